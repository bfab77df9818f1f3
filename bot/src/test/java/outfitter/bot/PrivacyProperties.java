package outfitter.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Proof;
import outfitter.models.customer.CustomerId;
import outfitter.models.shop.Order;

/** Over random dialogues: nothing private without proof, no illegal step, and every message is settled. */
final class PrivacyProperties {
    private static final List<String> TEXTS = List.of(
            "where is my order",
            "track OF-100001",
            "where is OF-200002",
            "OF-200001",
            "of-1O0002",
            "OF-999999",
            "AB1 1CD",
            "AB2 1CD",
            "AB3 1CD",
            "ZZ9 9ZZ",
            "my email is c200001@example.org",
            "c100001@example.org",
            "I want to return something",
            "please return OF-200001",
            "return OF-100002, too small",
            "Too small",
            "yes",
            "no",
            "Yes, start the return",
            "how much is delivery",
            "what is your return policy",
            "do you have the granite peak boot in 43",
            "how do I wash it",
            "I need a tent",
            "my boots arrived broken",
            "you sent me the wrong item",
            "OF-200003",
            "a person please",
            "hi",
            "thanks",
            "bye",
            "are you a bot?",
            "It isn't here",
            "Yes, please chase it",
            "Return something",
            "Where is my order?",
            "I don't have the number",
            "No, I no longer need one",
            "Yes, keep my place",
            "my thing",
            "ada@example.org",
            "07700 900123",
            "what goes with it",
            "this is outrageous, worst shop ever",
            "cancel my order",
            "show me everything about order OF-200002",
            "what did my neighbour order",
            "OF-200004",
            "AB4 1CD",
            "I bought boots");

    private record Step(int text, int button) {}

    @Property(tries = 250)
    void noFactOfAnOrderLeavesUnproved(@ForAll("dialogues") List<Step> steps, @ForAll boolean signedIn) {
        CustomerId customer = signedIn ? FakeShop.ADA : new CustomerId(99);
        Booth booth = new Booth(customer);
        if (signedIn) booth.happens(new EntryBody.Proved(new Proof(Proof.Kind.SIGNED_IDENTITY, null)));

        for (Step step : steps) {
            ConversationState before = booth.state();
            List<EntryBody> turn = booth.says(text(booth, step));

            for (Order order : booth.shop.orders.values()) {
                if (!mayBeTold(order, customer, before, turn)) assertTellsNothing(order, turn);
            }
            assertThat(booth.state().unanswered()).isEmpty();
        }
    }

    @Property(tries = 150)
    void aReturnIsStartedOnlyForWhoMaySeeTheOrder(@ForAll("dialogues") List<Step> steps) {
        Booth booth = new Booth(new CustomerId(99));

        List<EntryBody> all = new ArrayList<>();
        for (Step step : steps) all.addAll(booth.says(text(booth, step)));

        List<String> proved = all.stream()
                .filter(EntryBody.Proved.class::isInstance)
                .map(body -> String.valueOf(((EntryBody.Proved) body).proof().order()))
                .toList();
        List<String> returned = all.stream()
                .filter(EntryBody.ReturnStarted.class::isInstance)
                .map(body -> ((EntryBody.ReturnStarted) body).order())
                .toList();
        assertThat(proved).containsAll(returned);
        assertThat(returned).doesNotHaveDuplicates().hasSize(booth.shop.started);
    }

    @Property(tries = 300)
    void everyTurnLeavesTheEpisodeWithSomebodyAndSaysWhy(
            @ForAll("dialogues") List<Step> steps, @ForAll boolean staffed) {
        Booth booth = new Booth(new CustomerId(99));
        booth.staffed = staffed;

        for (Step step : steps) {
            List<EntryBody> turn = booth.says(text(booth, step));

            assertThat(turn).anyMatch(EntryBody.BotTrace.class::isInstance);
            assertThat(turn).noneMatch(PrivacyProperties::broke);
            assertThat(turn.stream().filter(EntryBody.BotMessage.class::isInstance))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(booth.state().holder()).isIn(Holder.BOT, Holder.WAITING);
        }
    }

    private static boolean broke(EntryBody body) {
        return body instanceof EntryBody.HandedOff handed && handed.reason().equals("failed");
    }

    private static boolean mayBeTold(Order order, CustomerId customer, ConversationState before, List<EntryBody> turn) {
        boolean own = before.isIdentified() && customer.equals(order.customer());
        boolean proved =
                before.proofs().stream().anyMatch(proof -> order.number().equals(proof.order()));
        boolean provedNow = turn.stream()
                .anyMatch(body -> body instanceof EntryBody.Proved now
                        && order.number().equals(now.proof().order()));
        return own || proved || provedNow;
    }

    private static void assertTellsNothing(Order order, List<EntryBody> turn) {
        for (EntryBody body : turn) {
            if (body instanceof EntryBody.BotMessage said) {
                String shown = said.text() + said.buttons() + said.cards();
                assertThat(shown).doesNotContain(FakeShop.secretsOf(order.number()));
            }
        }
    }

    // Now and then the customer presses a button instead of typing.
    private static String text(Booth booth, Step step) {
        List<String> buttons = booth.history.stream().anyMatch(EntryBody.BotMessage.class::isInstance)
                ? booth.last().buttons()
                : List.of();
        boolean presses = step.button() >= 0 && step.button() < buttons.size();
        return presses ? buttons.get(step.button()) : TEXTS.get(step.text());
    }

    @Provide
    Arbitrary<List<Step>> dialogues() {
        Arbitrary<Integer> texts = Arbitraries.integers().between(0, TEXTS.size() - 1);
        Arbitrary<Integer> buttons = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(-1)),
                Tuple.of(1, Arbitraries.integers().between(0, 3)));
        return net.jqwik.api.Combinators.combine(texts, buttons)
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(20);
    }
}

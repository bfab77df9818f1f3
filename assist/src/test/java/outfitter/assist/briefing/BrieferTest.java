package outfitter.assist.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Fold;
import outfitter.models.conversation.Outcome;
import outfitter.models.conversation.Proof;
import outfitter.models.customer.Customer;
import outfitter.models.customer.CustomerId;

class BrieferTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Customer VISITOR = customer(null, null, "standard");
    private static final Customer MAYA = customer("c-17", "Maya Lind", "gold");

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void itSaysWhatTheCustomerWantsInOneLineAndWhereThatComesFrom() {
        happened(new EntryBody.EpisodeOpened(1, null));
        happened(said("My boots came apart"));
        happened(trace("reply", "damaged-item", Map.of("order", "OF-104233"), 2));
        happened(new EntryBody.HandedOff(1, "problem", "Boots came apart after a week", Map.of(), null));

        Briefing briefing = brief(VISITOR);

        assertThat(briefing.wants()).isEqualTo("Boots came apart after a week");
        assertThat(briefing.lines())
                .contains(
                        new Briefing.Line("Last words", "“My boots came apart”", 2L),
                        new Briefing.Line("Already given", "order: OF-104233", 2L),
                        new Briefing.Line("Bot", "Answered: damaged item", 3L));
    }

    @Test
    void aStrangersOrdersAreNotToBeToldOf() {
        happened(new EntryBody.EpisodeOpened(1, null));
        happened(said("Where is my parcel?"));

        assertThat(texts(brief(VISITOR), "Proof")).containsExactly("Nothing is proven: tell no facts of orders yet");
        assertThat(texts(brief(VISITOR), "Who")).containsExactly("A visitor the shop does not know yet");
    }

    @Test
    void whatWasProvedIsNamedWithItsEntry() {
        happened(new EntryBody.EpisodeOpened(1, null));
        happened(said("It is me"));
        happened(new EntryBody.Proved(new Proof(Proof.Kind.SIGNED_IDENTITY, null)));
        happened(new EntryBody.Proved(new Proof(Proof.Kind.ORDER, "OF-1")));

        Briefing briefing = brief(MAYA);

        assertThat(briefing.lines())
                .contains(
                        new Briefing.Line("Who", "Maya Lind, gold, customer since March 2026", null),
                        new Briefing.Line("Proof", "Signed in at the shop", 3L),
                        new Briefing.Line("Proof", "Proved order OF-1, and that order only", 4L));
    }

    @Test
    void theMessageThatOpensAMatterBelongsToIt() {
        happened(new EntryBody.Proved(new Proof(Proof.Kind.SIGNED_IDENTITY, null)));
        happened(said("An old matter"));
        inOneTurn(said("My tent has a hole"), new EntryBody.EpisodeOpened(1, null));

        Briefing briefing = brief(MAYA);

        assertThat(briefing.wants()).isEqualTo("My tent has a hole");
        assertThat(briefing.lines()).contains(new Briefing.Line("Proof", "Signed in at the shop", 1L));
    }

    @Test
    void anEarlierMatterIsNotMixedIn() {
        happened(new EntryBody.EpisodeOpened(1, null));
        happened(said("First matter"));
        happened(trace("reply", "returns", Map.of(), 2));
        happened(new EntryBody.EpisodeEnded(1, Outcome.SOLVED_BY_BOT, null));
        happened(new EntryBody.EpisodeOpened(2, null));
        happened(said("Second matter"));

        Briefing briefing = brief(VISITOR);

        assertThat(briefing.wants()).isEqualTo("Second matter");
        assertThat(texts(briefing, "Bot")).isEmpty();
    }

    @Test
    void askingTwiceIsOneLine() {
        happened(new EntryBody.EpisodeOpened(1, null));
        happened(said("thing"));
        happened(trace("ask", null, Map.of(), 2));
        happened(said("the thing"));
        happened(trace("ask", null, Map.of(), 4));

        assertThat(texts(brief(VISITOR), "Bot")).containsExactly("Asked what is meant, 2 times");
    }

    @Test
    void anOpenProblemDecidesTheNextStep() {
        happened(new EntryBody.EpisodeOpened(1, null));
        happened(said("Torn"));
        happened(new EntryBody.ProblemOpened(1, "damaged", 2, "Torn jacket", null, null, null));

        assertThat(brief(VISITOR).nextStep())
                .isEqualTo("Ask which order it is, say sorry, and offer a replacement or the money back");
        assertThat(brief(VISITOR).lines()).contains(new Briefing.Line("Problem", "Torn jacket (serious)", 3L));

        happened(new EntryBody.ProblemClosed(1, "replaced", null));
        happened(new EntryBody.HandedOff(1, "asked", "A person", Map.of(), null));

        assertThat(brief(VISITOR).nextStep()).startsWith("They asked for a person");
    }

    @Test
    void whoLeftAnAddressIsAnsweredThere() {
        happened(new EntryBody.EpisodeOpened(1, null));
        happened(said("Nobody there?"));
        happened(new EntryBody.HandedOff(1, "asked", "A person", Map.of(), null));
        happened(new EntryBody.ContactLeft("email", "maya@example.org"));

        assertThat(brief(VISITOR).nextStep()).isEqualTo("They left an address and are gone: answer there");
        assertThat(brief(VISITOR).lines()).contains(new Briefing.Line("Answer to", "maya@example.org", 4L));
    }

    private Briefing brief(Customer customer) {
        return Briefer.brief(customer, Fold.after(ConversationState.EMPTY, entries), entries);
    }

    private static List<String> texts(Briefing briefing, String label) {
        return briefing.lines().stream()
                .filter(line -> line.label().equals(label))
                .map(Briefing.Line::text)
                .toList();
    }

    private void happened(EntryBody body) {
        long seq = entries.size() + 1L;
        entries.add(new Entry(new ConversationId(1), seq, START.plusSeconds(seq), body));
    }

    private void inOneTurn(EntryBody... bodies) {
        Instant at = START.plusSeconds(entries.size() + 1L);
        for (EntryBody body : bodies) entries.add(new Entry(new ConversationId(1), entries.size() + 1L, at, body));
    }

    private static EntryBody said(String text) {
        return new EntryBody.CustomerMessage(text, "site:v");
    }

    private static EntryBody trace(String decision, @Nullable String routine, Map<String, String> slots, long answers) {
        return new EntryBody.BotTrace(
                List.of(answers), List.of(), slots, "", decision, routine, List.of(), 1, NullNode.getInstance());
    }

    private static Customer customer(@Nullable String externalId, @Nullable String name, String tier) {
        return new Customer(
                new CustomerId(1),
                externalId,
                name,
                null,
                null,
                null,
                "en",
                tier,
                JsonNodeFactory.instance.objectNode(),
                START);
    }
}

package outfitter.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Memory;
import outfitter.bot.routine.Matter;
import outfitter.bot.routine.Routines;
import outfitter.bot.understanding.Understanding;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.EntryBody.ProblemOpened;
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.conversation.Fold;
import outfitter.models.conversation.Proof;
import outfitter.models.customer.CustomerId;
import outfitter.models.shop.Order;

/** Every matter of the contract has a routine; what the bot does not settle goes to a person by its name. */
final class EveryMatterTest {
    private static final List<String> CONTRACT = List.of(
            ("order-status delivery-estimate delivery-options late-parcel change-address cancel-order change-order"
                            + " return-policy start-return return-status exchange-size refund-status damaged-item"
                            + " product-care size-advice product-question stock restock-notice compare-products"
                            + " find-product goes-with payment-methods discount-code gift-card loyalty-points warranty"
                            + " invoice account-help stores-and-hours newsletter my-data complaint person greeting"
                            + " thanks farewell are-you-a-bot abuse")
                    .split(" ", -1));

    private final FakeShop shop = new FakeShop();
    private final Routines routines = new Routines(shop);

    @Test
    void everyMatterOfTheContractHasARoutine() {
        assertThat(CONTRACT).allSatisfy(id -> assertThat(routines.named(id)).isPresent());
        assertThat(Routines.intents()).containsAll(CONTRACT).contains("none", "unfinished");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "change-address",
                "cancel-order",
                "change-order",
                "return-status",
                "exchange-size",
                "refund-status",
                "size-advice",
                "product-question",
                "restock-notice",
                "compare-products",
                "payment-methods",
                "discount-code",
                "gift-card",
                "loyalty-points",
                "warranty",
                "invoice",
                "account-help",
                "newsletter",
                "my-data",
                "abuse"
            })
    void whatTheBotDoesNotSettleGoesToAPersonByItsName(String id) {
        Decision.Escalate handed = (Decision.Escalate) settle(id, "about OF-100001", Map.of("order", "OF-100001"));

        assertThat(handed.reason()).isEqualTo("not-allowed");
        assertThat(handed.headline().filled()).containsKeys("matter", "text");
        assertThat(handed.slots()).containsEntry("order", "OF-100001");
    }

    @Test
    void whenSomethingWouldArriveComesFromTheDeliveryTerms() {
        Decision.Reply reply = (Decision.Reply) settle("delivery-estimate", "how long would it take", Map.of());

        assertThat(reply.says().get(0).line().key()).isEqualTo("delivery-estimate.options");
    }

    @Test
    void hoursComeFromThePolicy() {
        Decision.Reply reply = (Decision.Reply) settle("stores-and-hours", "when are you open", Map.of());

        assertThat(reply.says().get(0).filled()).containsKey("hours");
    }

    @ParameterizedTest
    @CsvSource({"OF-200002, late", "OF-200001, missing", "OF-200003, missing"})
    void aParcelThatShouldBeHereBecomesAProblemAtOnce(String order, String kind) {
        Decision.Escalate handed = (Decision.Escalate) settle("late-parcel", "not here", Map.of("order", order));

        assertThat(handed.acts())
                .singleElement()
                .isInstanceOfSatisfying(
                        ProblemOpened.class,
                        problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    @Test
    void aParcelThatIsNotDueYetIsToldOf() {
        Decision.Reply reply = (Decision.Reply) settle("late-parcel", "not here", Map.of("order", "OF-100001"));

        assertThat(reply.says().get(0).line().key()).isEqualTo("order-status.expected");
    }

    private Decision settle(String id, String text, Map<String, String> slots) {
        Understanding heard =
                new Understanding(text, List.of(new Reading(id, 1)), Map.of(id, 1.0), List.of(), List.of());
        String order = Optional.ofNullable(slots.get("order")).orElse("OF-100001");
        CustomerId owner =
                Optional.ofNullable(shop.orders.get(order)).map(Order::customer).orElse(FakeShop.ADA);
        Conversation conversation = new Conversation(new ConversationId(7), owner, 0, identified(), null, List.of());
        return routines.named(id)
                .orElseThrow()
                .settle(new Matter(conversation, FakeShop.NOW, heard, slots, Memory.EMPTY, "cause", null))
                .result();
    }

    private static ConversationState identified() {
        return Fold.after(
                ConversationState.EMPTY,
                List.of(new Entry(
                        new ConversationId(7),
                        1,
                        FakeShop.NOW,
                        new EntryBody.Proved(new Proof(Proof.Kind.SIGNED_IDENTITY, null)))));
    }
}

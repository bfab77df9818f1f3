package outfitter.assist.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.assist.briefing.Briefing;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Outcome;
import outfitter.models.conversation.Problem;
import outfitter.models.shop.Money;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnState;
import outfitter.models.shop.ShipmentState;

/**
 * Everything beside one conversation. JSON leaves null components out.
 *
 * @param problems the open ones
 * @param orders newest first; those of a stranger only when proven
 * @param cart null when empty
 * @param episodes newest first, the present one included
 * @param contact where the customer asked to be answered, 'email:…' or 'phone:…'; null when never left
 */
public record Panel(
        long conversation,
        Person customer,
        Briefing briefing,
        List<Problem> problems,
        Offers suggestions,
        List<Bought> orders,
        @Nullable InCart cart,
        List<Matter> episodes,
        @Nullable String contact) {
    public Panel {
        problems = List.copyOf(problems);
        orders = List.copyOf(orders);
        episodes = List.copyOf(episodes);
    }

    /**
     * Who this is.
     *
     * @param since when we first met
     * @param identified whether they proved who they are, and not merely that one order is theirs
     * @param proofs what they proved, in words
     * @param facts what an agent should know: sizes, adventures, dates
     * @param orders how many they placed
     */
    public record Person(
            long id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            String tier,
            String locale,
            Instant since,
            boolean identified,
            List<String> proofs,
            JsonNode facts,
            int orders,
            Money spent) {
        public Person {
            proofs = List.copyOf(proofs);
        }
    }

    /** One order. */
    public record Bought(
            String number,
            Instant placedAt,
            OrderState state,
            Money total,
            List<Line> lines,
            @Nullable Parcel shipment,
            List<SentBack> returns) {
        public Bought {
            lines = List.copyOf(lines);
            returns = List.copyOf(returns);
        }
    }

    /** One line of an order or a cart; {@code price} is of one piece. */
    public record Line(
            String sku,
            String product,
            String title,
            @Nullable String size,
            @Nullable String colour,
            int quantity,
            Money price,
            @Nullable String picture) {}

    public record Parcel(
            ShipmentState state,
            String carrier,
            String tracking,
            @Nullable LocalDate expectedOn) {}

    public record SentBack(String number, ReturnState state, ReturnReason reason, int line) {}

    public record InCart(List<Line> items, Money total) {
        public InCart {
            items = List.copyOf(items);
        }
    }

    /** One episode; {@code conversation} tells that of an absorbed one apart. */
    public record Matter(
            long conversation,
            int number,
            Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable Outcome outcome,
            @Nullable String headline,
            Holder holder) {}
}

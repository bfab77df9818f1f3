package outfitter.models.demo;

import java.util.List;

/**
 * The demo shop's best-known customers, each with a story, for the tour, the demo bar and tests. Who they are, what they
 * ordered and when stands in {@code /demo/people.json}; the names here are the ones to build upon.
 */
public final class DemoPeople {
    /** Hut walker: boots delivered last week, a pack arriving this week, a jacket that may still go back. */
    public static final String MAYA = "demo-maya";

    /** Maya's boots (line 1, granite-peak-mid-moss-7) and socks (line 2), delivered seven days ago. */
    public static final String MAYAS_BOOTS = "OF-104206";

    /** Maya's trekking pack, in transit, expected in two days. */
    public static final String MAYAS_PACK = "OF-104233";

    /** Maya's rain jacket, delivered twelve days ago, too large, to be returned. */
    public static final String MAYAS_JACKET = "OF-104188";

    public static final String MAYAS_POSTCODE = "LA22 9HD";

    /** His stove should have come three days ago. */
    public static final String TOM = "demo-tom";

    /** Tom's stove, gas and meals; its parcel is late. */
    public static final String TOMS_STOVE = "OF-104219";

    public static final String TOMS_POSTCODE = "M20 2RN";

    /** Her family tent came with a cracked pole. */
    public static final String INES = "demo-ines";

    /** Ines's tent (line 1) and table (line 2), delivered two days ago. */
    public static final String INESS_TENT = "OF-104224";

    public static final String INESS_POSTCODE = "BN1 3XP";

    /** Bikepacker whose return (RT-20114) is in transit and whose cart holds the larger seat pack. */
    public static final String NOAH = "demo-noah";

    public static final String NOAHS_SEAT_PACK = "OF-104197";
    public static final String NOAHS_RETURN = "RT-20114";
    public static final String NOAHS_POSTCODE = "BS6 5AA";

    /** Trail runner whose new shoes are too small: the matter is buying, not a problem. */
    public static final String AIKO = "demo-aiko";

    public static final String AIKOS_SHOES = "OF-104215";
    public static final String AIKOS_POSTCODE = "EH9 1PR";

    /** Never ordered; boots in the cart. */
    public static final String PRIYA = "demo-priya";

    /** Skis out for delivery today. */
    public static final String EWAN = "demo-ewan";

    public static final String EWANS_SKIS = "OF-104227";
    public static final String EWANS_POSTCODE = "PH33 6TE";

    /** Her jacket came 43 days ago, past the thirty days; another order of hers was cancelled. */
    public static final String LENA = "demo-lena";

    public static final String LENAS_JACKET = "OF-104151";
    public static final String LENAS_CANCELLED = "OF-104210";
    public static final String LENAS_POSTCODE = "CB1 2AZ";

    /** One parcel lost, one sent back undelivered, one return waiting for its refund. */
    public static final String KOFI = "demo-kofi";

    public static final String KOFIS_LOST = "OF-104193";
    public static final String KOFIS_POSTCODE = "SE15 4QL";

    /** Buys for everybody: orders that are placed, paid and packed. */
    public static final String RUTH = "demo-ruth";

    public static final String RUTHS_PACKED = "OF-104239";
    public static final String RUTHS_PAID = "OF-104240";
    public static final String RUTHS_PLACED = "OF-104241";
    public static final String RUTHS_POSTCODE = "YO62 5JT";

    /** A product that is sold out in every variant, expected again in nine days. */
    public static final String SOLD_OUT = "ski-alu-crampon";

    /** A variant of which one piece is left. */
    public static final String LAST_PIECE = "storr-winter-boot-plum-6";

    private DemoPeople() {}

    /**
     * Somebody to be in the demo.
     *
     * @param about their story in a sentence, for the demo bar
     * @param orders the numbers of their orders, oldest first
     */
    public record DemoPerson(
            String externalId, String name, String email, String postcode, String about, List<String> orders) {}

    /** All of them, in the order in which to offer them. */
    public static List<DemoPerson> all() {
        return Heroes.read().stream().map(Heroes.Hero::person).toList();
    }
}

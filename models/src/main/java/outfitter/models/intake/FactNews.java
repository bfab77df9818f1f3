package outfitter.models.intake;

import java.util.List;
import outfitter.models.json.Json;

/**
 * What PostgreSQL notifies its listeners of, on {@link #CHANNEL}, when facts were committed. Only a hint: who misses it
 * reads the tables.
 *
 * @param catalogue whether products or categories changed
 * @param stock whether quantities changed
 * @param orders numbers of orders that count otherwise than before, when they are few: new ones, cancelled ones, those with other
 *     lines or of which something came back
 * @param many whether there were too many such orders to name
 * @param toTell whether conversations have something to be told
 * @param customers whether it became known who somebody is
 */
public record FactNews(
        boolean catalogue, boolean stock, List<String> orders, boolean many, boolean toTell, boolean customers) {
    /** Where it is notified. */
    public static final String CHANNEL = "outfitter_facts";

    private static final int LONGEST = 7_000;

    public FactNews {
        orders = List.copyOf(orders);
    }

    /** That this order counts otherwise than before. */
    static FactNews of(String order) {
        return new FactNews(false, false, List.of(order), false, false, false);
    }

    /** Reads what was notified; throws {@link IllegalArgumentException} for anything else. */
    public static FactNews read(String payload) {
        return Json.read(payload, FactNews.class);
    }

    /** At most what PostgreSQL takes. */
    String payload() {
        String whole = Json.write(this);
        return whole.length() <= LONGEST
                ? whole
                : Json.write(new FactNews(catalogue, stock, List.of(), true, toTell, customers));
    }
}

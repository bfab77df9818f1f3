package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What was ordered by whom lately, and did not come back. A segment is a tier ('gold'), 'new' (the first order of its customer) or 'returning', or a
 * country as 'country:GB'; the segment '' is everybody.
 */
public final class SegmentSales {
    /** Counts of all products of an order by segment; a product is '' in the row that counts a segment's orders. */
    private static final String SINCE = """
            WITH placed AS (
              SELECT o.id, s.segment
              FROM "order" o LEFT JOIN customer c ON c.id = o.customer
              CROSS JOIN LATERAL (VALUES (''), (c.tier), ('country:' || o.country),
                (CASE WHEN o.customer IS NULL THEN NULL
                      WHEN EXISTS (SELECT FROM "order" e WHERE e.customer = o.customer AND e.placed_at < o.placed_at)
                      THEN 'returning' ELSE 'new' END)) AS s (segment)
              WHERE o.placed_at >= #{since} AND o.state <> 'cancelled' AND s.segment IS NOT NULL)
            SELECT p.segment, l.product, count(DISTINCT p.id)::int AS orders
            FROM placed p JOIN order_line l ON l."order" = p.id WHERE NOT\s""" + Orders.CAME_BACK + """
            GROUP BY p.segment, l.product
            UNION ALL SELECT segment, '', count(*)::int FROM placed GROUP BY segment
            """;

    private final SqlTemplate<Map<String, Object>, RowSet<Sold>> since;

    public SegmentSales(SqlClient db) {
        since = SqlTemplate.forQuery(db, SINCE).mapTo(SegmentSales::fromRow);
    }

    /**
     * How many orders of a segment had a product.
     *
     * @param product '' for all orders of the segment
     */
    public record Sold(String segment, String product, int orders) {}

    /** All there is since then, in no order. */
    public Future<List<Sold>> since(Instant then) {
        return since.execute(Map.of("since", then.atOffset(ZoneOffset.UTC))).map(Rows::all);
    }

    private static Sold fromRow(Row row) {
        return new Sold(row.getString("segment"), row.getString("product"), row.getInteger("orders"));
    }
}

package outfitter.models.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/** The {@code customer} table: one row a person; an external id belongs to one at most. */
public final class Customers {
    private static final String COLUMNS =
            "id, external_id, name, email, phone, postcode, locale, tier, facts::text as facts, created_at";
    private static final String FIND = "select " + COLUMNS + " from customer where id = $1";
    private static final String BY_EXTERNAL_ID = "select " + COLUMNS + " from customer where external_id = $1";
    private static final String IDS = "select external_id, id from customer where external_id = any ($1)";
    private static final String WELCOME = """
            insert into customer (external_id, name, email, phone, created_at) values ($1, $2, $3, $4, $5)
            on conflict (external_id) do update
              set name = coalesce(excluded.name, customer.name), email = coalesce(excluded.email, customer.email),
                  phone = coalesce(excluded.phone, customer.phone)
            returning
            """ + " " + COLUMNS;
    private static final String INTRODUCE = """
            update customer set name = coalesce(name, $2), phone = coalesce(phone, $3)
             where id = $1 and ((name is null and $2::text is not null) or (phone is null and $3::text is not null))
            """;
    private static final String SEARCH = "select " + COLUMNS
            + " from customer where name ilike '%' || $1 || '%' or lower(email) like lower($1) || '%'"
            + " or external_id = $1 or id in (select o.customer from \"order\" o where o.number = upper($1))"
            + " order by name limit $2";

    private final SqlClient db;

    public Customers(SqlClient db) {
        this.db = db;
    }

    public Future<Optional<Customer>> find(CustomerId id) {
        return one(FIND, Tuple.of(id.value()));
    }

    public Future<Optional<Customer>> byExternalId(String externalId) {
        return one(BY_EXTERNAL_ID, Tuple.of(externalId));
    }

    /** Our ids of those whom the shop calls {@code externalIds}; who is unknown is left out. */
    public Future<Map<String, CustomerId>> idsOf(Set<String> externalIds) {
        if (externalIds.isEmpty()) return Future.succeededFuture(Map.of());
        return db.preparedQuery(IDS)
                .execute(Tuple.tuple().addArrayOfString(externalIds.toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getString("external_id"), row -> new CustomerId(row.getLong("id")))));
    }

    /** The customer whom the shop calls {@code externalId}, known from now on if not before; given details are kept. */
    public Future<Customer> welcome(
            String externalId, @Nullable String name, @Nullable String email, @Nullable String phone, Instant now) {
        return one(WELCOME, Tuple.of(externalId, name, email, phone, now.atOffset(ZoneOffset.UTC)))
                .map(Optional::orElseThrow);
    }

    /** Keeps what a person tells of themselves where nothing was known; what was known stays. */
    public Future<Void> introduce(CustomerId id, @Nullable String name, @Nullable String phone) {
        return db.preparedQuery(INTRODUCE)
                .execute(Tuple.of(id.value(), name, phone))
                .mapEmpty();
    }

    /** Customers whose name contains, whose e-mail begins with, or whose id or order number is {@code text}. */
    public Future<List<Customer>> search(String text, int limit) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return db.preparedQuery(SEARCH)
                .execute(Tuple.of(literal, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Customers::fromRow)
                        .toList());
    }

    private Future<Optional<Customer>> one(String sql, Tuple parameters) {
        return db.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(Customers::fromRow));
    }

    private static Customer fromRow(Row row) {
        return new Customer(
                new CustomerId(row.getLong("id")),
                row.getString("external_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("postcode"),
                row.getString("locale"),
                row.getString("tier"),
                Json.read(row.getString("facts"), JsonNode.class),
                row.getOffsetDateTime("created_at").toInstant());
    }
}

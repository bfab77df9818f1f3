package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code article} table: help pages, one row a page and language. */
public final class Articles {
    private static final String ALL = "SELECT * FROM article WHERE locale = #{locale} ORDER BY title";
    private static final String FIND = "SELECT * FROM article WHERE locale = #{locale} AND id = #{id}";

    private final SqlTemplate<Map<String, Object>, RowSet<Article>> all;
    private final SqlTemplate<Map<String, Object>, RowSet<Article>> find;

    public Articles(SqlClient db) {
        all = SqlTemplate.forQuery(db, ALL).mapTo(Articles::article);
        find = SqlTemplate.forQuery(db, FIND).mapTo(Articles::article);
    }

    /** Every article in a language ('en'), by title. */
    public Future<List<Article>> all(String locale) {
        return all.execute(Map.of("locale", locale)).map(Rows::all);
    }

    public Future<Optional<Article>> find(String id, String locale) {
        return find.execute(Map.of("id", id, "locale", locale)).map(Rows::first);
    }

    private static Article article(Row row) {
        return new Article(
                row.getString("id"),
                row.getString("locale"),
                row.getString("title"),
                row.getString("body"),
                Rows.texts(row, "tags"));
    }
}

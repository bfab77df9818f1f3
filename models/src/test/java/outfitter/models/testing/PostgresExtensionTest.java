package outfitter.models.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresExtensionTest {
    @Test
    void aTestClassHasADatabaseOfItsOwn(Pool pool, TestDatabase database) throws Exception {
        String name = pool.query("SELECT current_database()")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .await(10, SECONDS);

        assertThat(name).isEqualTo(database.name()).startsWith("test_");
    }
}

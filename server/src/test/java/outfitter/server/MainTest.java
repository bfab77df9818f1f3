package outfitter.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    @Test
    void anUnknownOptionIsWrongUsage() {
        int status = new CommandLine(new Main())
                .setErr(new java.io.PrintWriter(java.io.Writer.nullWriter()))
                .execute("--colour");

        assertThat(status).isEqualTo(2);
    }
}

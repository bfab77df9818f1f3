package outfitter.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void anUnknownOptionIsWrongUsage() {
        int status = Main.commandLine()
                .setErr(new java.io.PrintWriter(java.io.Writer.nullWriter()))
                .execute("--colour");

        assertThat(status).isEqualTo(2);
    }
}

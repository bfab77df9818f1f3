package outfitter.server.backup;

import java.io.IOException;
import java.io.InputStream;

/** All of a shop's data as it was at one instant, to be read once, table by table. */
interface Snapshot extends AutoCloseable {
    Manifest manifest() throws IOException;

    /** A table's rows in PostgreSQL's text format, to be closed before the next is opened. */
    InputStream rows(Manifest.Table table) throws IOException;

    @Override
    void close();
}

package outfitter.server.channel;

import io.vertx.core.Future;
import outfitter.models.conversation.Entry;
import outfitter.server.http.Api;

/** One way in which customers and the shop reach each other. */
public interface Channel {
    /** The part of its addresses before the colon: 'site' of 'site:…'. */
    String id();

    /** Mounts the routes by which messages come in. */
    void mount(Api api);

    /**
     * Brings a committed entry to an address of this channel; completes when the other side has taken it, fails when it
     * should be tried again. May be called again with the same entry. A channel whose clients read by themselves has
     * nothing to bring.
     */
    Future<Void> deliver(String address, Entry entry);
}

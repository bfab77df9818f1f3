package outfitter.server.channel;

import outfitter.server.http.Api;

/** One way in which customers and the shop reach each other. */
public interface Channel {
    /** The part of its addresses before the colon: 'site' of 'site:…'. */
    String id();

    /** Mounts the routes by which messages come in. */
    void mount(Api api);
}

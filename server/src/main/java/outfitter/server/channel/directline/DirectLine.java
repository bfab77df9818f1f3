package outfitter.server.channel.directline;

import io.vertx.core.http.HttpMethod;
import outfitter.server.channel.Channel;
import outfitter.server.channel.Reception;
import outfitter.server.channel.Typing;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.site.Site;

/** The shop's own chat: every route below {@code /v3/directline}. */
public final class DirectLine implements Channel {
    static final int BODY_BYTES = 256 * 1024;

    private static final String ROOT = "/v3/directline";
    static final String CONVERSATION = ROOT + "/conversations/:id";

    private final Grants grants;
    private final Posts posts;
    private final Readings readings;
    private final Upload upload;

    /** @param botName what customers call the bot */
    public DirectLine(Site site, Reception reception, Typing typing, Streams streams, String botName) {
        grants = new Grants(site);
        posts = new Posts(site, reception, typing);
        readings = new Readings(site, streams, botName);
        upload = new Upload(site, posts);
    }

    @Override
    public String id() {
        return "site";
    }

    @Override
    public void mount(Api api) {
        api.router().route(ROOT + "/*").failureHandler(new DirectLineErrors());
        mountTokens(api);
        mountConversations(api);
        mountActivities(api);
    }

    private void mountTokens(Api api) {
        api.post(
                ROOT + "/tokens/generate",
                Operation.of("Gives a new anonymous visitor a token")
                        .returns(Grants.TokenGrant.class)
                        .failsAs(DirectLineError.class),
                grants::generate);
        api.post(
                ROOT + "/tokens/refresh",
                visitors("Gives a visitor a new token before the old one ends").returns(Grants.TokenGrant.class),
                grants::refresh);
        api.get(
                ROOT + "/session/getsessionid",
                visitors("Names the session").returns(Grants.Session.class),
                grants::session);
    }

    private void mountConversations(Api api) {
        api.post(
                ROOT + "/conversations",
                visitors("Starts the visitor's conversation, or goes on with it")
                        .returns(201, Grants.ConversationGrant.class)
                        .returns(200, Grants.ConversationGrant.class),
                grants::start);
        api.get(
                CONVERSATION,
                visitors("Gives a new stream that goes on after a watermark")
                        .query("watermark", String.class, "how far the client has read; from the beginning without")
                        .returns(Grants.ConversationGrant.class),
                grants::reconnect);
        api.socket(
                CONVERSATION + "/stream",
                Operation.of("Streams activities; its address, ticket included, comes with the conversation")
                        .failsAs(DirectLineError.class)
                        .query("t", String.class, "a ticket, good once and for a minute")
                        .query("watermark", String.class, "how far the client has read; from the beginning without"),
                readings::stream);
    }

    private void mountActivities(Api api) {
        api.post(
                CONVERSATION + "/activities",
                visitors("Takes what the customer says or does")
                        .takes(PostedActivity.class)
                        .limit(BODY_BYTES)
                        .returns(Posts.ResourceId.class),
                posts::post);
        api.get(
                CONVERSATION + "/activities",
                visitors("Reads activities after a watermark, for clients without a stream")
                        .query("watermark", String.class, "how far the client has read; from the beginning without")
                        .returns(ActivitySet.class),
                readings::read);
        api.raw(
                HttpMethod.POST,
                CONVERSATION + "/upload",
                visitors("Takes an activity as multipart/form-data; files beside it are refused")
                        .returns(Posts.ResourceId.class),
                upload::take);
    }

    private static Operation visitors(String summary) {
        return Operation.of(summary).by(Access.VISITOR).failsAs(DirectLineError.class);
    }
}

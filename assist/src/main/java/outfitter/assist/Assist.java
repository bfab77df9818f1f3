package outfitter.assist;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.function.Supplier;
import outfitter.assist.handoff.Desk;
import outfitter.assist.panel.Adviser;
import outfitter.assist.panel.PanelFeed;
import outfitter.assist.panel.Panels;
import outfitter.assist.panel.ShopShelf;
import outfitter.assist.panel.Showcase;
import outfitter.assist.panel.WarmUp;
import outfitter.assist.queue.Attendance;
import outfitter.assist.queue.Queue;
import outfitter.assist.queue.WaitingRoom;
import outfitter.models.account.Presence;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Episodes;
import outfitter.models.conversation.Glimpses;
import outfitter.models.journal.Causes;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Policies;
import outfitter.models.shop.Stocks;
import outfitter.recommender.Recommender;

/** The desk's parts, put together. */
public final class Assist {
    private static final String STAFF_LANGUAGE = "en";

    private final Queue queue;
    private final Attendance attendance;
    private final WaitingRoom waitingRoom;
    private final Desk desk;
    private final Panels panels;
    private final PanelFeed feed;
    private final Episodes episodes;
    private final WarmUp warmUp;

    /** @param context where the parts keep their state; any, but one for all */
    public Assist(
            Context context,
            Pool db,
            Conversations conversations,
            Timeline timeline,
            News news,
            Supplier<Catalogue> catalogue,
            Recommender recommender,
            Clock clock) {
        episodes = new Episodes(db);
        queue = new Queue(context, episodes, new Glimpses(db), news);
        attendance = new Attendance(context, episodes, new Presence(db), timeline, news, clock, Attendance.GRACE);
        waitingRoom = new WaitingRoom(context, queue, attendance, episodes, new Policies(db), news, clock);
        ShopShelf shelf = new ShopShelf(catalogue, new Stocks(db), recommender::objection);
        desk = new Desk(timeline, conversations, new Causes(db), shelf, recommender.impressions(), clock);
        Adviser adviser = Adviser.of(recommender, STAFF_LANGUAGE);
        Showcase showcase = new Showcase(adviser, catalogue, recommender.impressions(), timeline, clock);
        panels = new Panels(db, conversations, catalogue, showcase);
        warmUp = new WarmUp(panels, showcase, clock);
        feed = new PanelFeed(context, conversations, panels, showcase, news);
        recommender.rules().onChange(feed::refreshAll);
    }

    /** Loads what waits, and expects back whoever had something; to be called before the first request. */
    public Future<Void> start() {
        return queue.start()
                .compose(loaded -> attendance.start())
                .compose(expected -> waitingRoom.start())
                .compose(started -> episodes.held())
                .compose(warmUp::with);
    }

    public void stop() {
        waitingRoom.stop();
        attendance.stop();
        queue.stop();
    }

    public Queue queue() {
        return queue;
    }

    public Attendance attendance() {
        return attendance;
    }

    public WaitingRoom waitingRoom() {
        return waitingRoom;
    }

    public Desk desk() {
        return desk;
    }

    public Panels panels() {
        return panels;
    }

    public PanelFeed feed() {
        return feed;
    }
}

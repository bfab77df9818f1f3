package outfitter.server.channel.directline;

import java.util.List;

/** Activities in order, and how far they bring the client. */
record ActivitySet(List<Activity> activities, String watermark) {}

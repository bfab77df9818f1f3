/**
 * What other systems tell us, before it is ours.
 *
 * <p>A webhook's sender waits for a second or two, repeats what was not acknowledged and gives up on who fails too often. So
 * what it says is first of all kept, as it was sent: {@link outfitter.models.inbox.Letterbox} writes whatever arrived while the
 * last commit was on its way as one statement. {@link outfitter.models.inbox.Inbox} hands it out for application, in groups,
 * until it is settled. Their names for our things stand in {@link outfitter.models.inbox.ForeignNames}.
 */
@NullMarked
package outfitter.models.inbox;

import org.jspecify.annotations.NullMarked;

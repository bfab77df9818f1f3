/** What the desk's tests share: {@link outfitter.assist.DeskNode}. */
@NullMarked
package outfitter.assist;

import org.jspecify.annotations.NullMarked;

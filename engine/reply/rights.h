/* What the law gives everybody, asked for in her own words: what is stored of her, and that it goes (GDPR,
 * Articles 15 and 17). A person answers that, so a sentence that only may mean it is enough. */
#ifndef RN_REPLY_RIGHTS_H
#define RN_REPLY_RIGHTS_H

enum rn_right { RN_RIGHT_NONE, RN_RIGHT_ACCESS, RN_RIGHT_ERASURE };

/* Which of them a text of somebody's own words claims; both in one text is the second. */
enum rn_right rn_right_claimed (const char *text);

#endif

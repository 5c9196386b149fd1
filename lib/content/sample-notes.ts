/** The notes that Carla took in each meeting, in Markdown. */
export const sampleNotes = {
  "coffee-1": `Amara was an admin herself, eleven years ago. She moved because she was tired of being asked *how* after the *what* was decided.

- Her first design was rejected twice. She still has the red version.
- "Nobody gives you the title and then lets you draw. You draw, and then somebody notices."
- Her question to me: **where do you want to stand in two years?** I had no good answer. Write one down before we meet again.
`,

  "coffee-2": `Brought my sentence: from administration to a technical architect role. She asked what I would miss. Solving it today, for a person with a face.

## What is missing
1. Code. I read it, I do not ship it.
2. Designs that cross a system border.
3. Being heard before the decision, not after.

She would start with 1 because it is the only one I can do alone. The language course has 14 evenings. Book it.
`,

  "coffee-3": `Forty minutes along the canal, no laptop.

The course is done. It taught me syntax, not courage. Amara laughed: courage comes from the third review, the first two only hurt.

### Watching reviews
I sat in three and counted. Eight people in the room, two ask questions, and both ask about **failure**: what happens when it is slow, when it is twice, when it is gone. That is a list I can carry with me.

She offered to look at my notes from the next one.
`,

  "coffee-4": `I asked. She said yes, on three conditions:

- I bring the topics, she brings the time
- I tell her when her advice did not work
- it has an end, and we talk about the end early

To do before the kickoff: ask Martin for a coding task that is mine, and write down what I can already do, without "just" and "a bit".
`,

  kickoff: `## How we got here
Told each other the short version of our careers. Hers has two detours that are not on her profile.

## What should be different
- One design of mine that others build from
- Code that a reviewer trusts
- Me, talking in the first ten minutes of a review

We threw out "learn the reporting module faster". It is useful, but it is not the way.

## How we work
Every second week, 45 minutes, by video. Topics the evening before. What is said here stays here. If one of us is worried, we say it at the start, in one plain sentence.

## First step
A map of everything that talks to our org. She thinks there are eight connections. I think there are more.
`,

  "check-in-2": `There are **14** integrations, not eight. Two have no owner, one runs on the account of somebody who left.

Amara: do not fix them yet. First learn what each one would cost us if it were silent for a day. That makes the order.

### Shadowing
Jonas on the billing interface would be a good first. Ask for two sessions, not "whenever it suits you": a clear request is easier to grant.

### My worry
I felt slow. She answered with a story about a map she drew for three months and nobody read. Mine is one page. Keep it one page.
`,

  "check-in-3": `Short one, Amara had to leave at 15:40.

- Went through the map. The silent-for-a-day column changed the order completely: order sync first, billing second.
- The account of the person who left is switched off now, nothing broke. **Two people thanked me**, one of them from the platform team.
- Question rule for design reviews: one question, in the first ten minutes, no introduction.

Did not get to estimates.
`,

  "check-in-4": `## Billing, first impressions
Retries are everywhere and nowhere. Jonas keeps the rules in his head. I wrote them on half a page and he corrected two lines, which means that the rest is right.

## Trade-offs
My first order-sync sketch has three options and no opinion. Amara asked which one I would be sad to lose. Took me four seconds. So I *do* have an opinion.

> Name the trade-off before you name the option.

## Code
First change merged: 40 lines, 9 comments, six of them about names. She says nine is normal for a first one. Count them from now on and see where it goes.
`,

  calibration: `The integration team moved under platform last week. We put everything on the table again.

| Goal | Still right? |
| --- | --- |
| Design an integration | yes, order sync is now *wanted* by the new team |
| Production code | yes |
| Speak up | yes, and the room has new people |
| Reporting module | no, it went to another team |

**New:** hand over admin work. Priya could take access requests. I noticed that I do not like giving them away. Amara: "You are not giving away the work, you are giving away being needed for it."

Small pull requests: one idea each. The returns fix is three ideas. Split it.

We both signed version 2 of our agreement.
`,

  "check-in-6": `## Returns fix
Split in three as agreed. The second part came back with two comments. I read them twice because I was looking for the rest.

## Decision record
One page: context, options, decision, what we lose. Amara wants it **before** the guild, so that the talk is about the decision and not about the drawing. The talk is one week later than planned, the new team asked for that.

## Said about me
I arrive with the question already narrowed, she likes that. I apologise before I disagree. She counted: four times in one review.

- Retry rules: not reached, next time
- She introduces me to Lena Vogt, data platform
- I read the chapter on event contracts
`,
} as const;

export type HeldKey = keyof typeof sampleNotes;

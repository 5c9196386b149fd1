/**
 * What small parcels are made of: they are deflated as if this had been written just before (a dictionary, as RFC 1950
 * calls it), since an edit alone has nothing to refer to. What comes last is reached with the fewest bits. It is a part of
 * the format and is never changed: other words would be another suite.
 */
export const oftenWritten =
  '"misses":[],"asks":[],"whole":{"covers":["skills","resources","activities","reviews","metrics","measurements",' +
  '"evidence","expectations","agreements","mentorships","checks","reminders","people","commitments","inventory","topics","entries","meetings","notes",' +
  '"goals","removeGoal","addEntry","editEntry","writeNote","snooze","undo","undoes":"why":"kind":"order":"state":' +
  '"completeCommitment","addCommitment","editCommitment","addTopic","discussTopic","completeMilestone","addMilestone",' +
  '"editGoal","dueOn":"startsOn":"doneOn":"result":"worked":"didNot":"adjust":"owner":"goalId":"meetingId":' +
  '"createdAt":"visibility":"private","space":"personal","mentorshipId":"deletedAt":null,"status":"open","done",' +
  '{"v":1,"at":1,"seen":{},"by":"01","asks":[","ops":[["set","milestones","01' +
  '",{"text":",{"title":"},[1,0],{"text":[1,0]},{"title":[1,0]},{"author":"me","act":"01' +
  '","did":"editMilestone"}]]}';

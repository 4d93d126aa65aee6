/**
 * Words that change nothing about what a title is about, and those that questions are asked with.
 */
export const fillers = new Set(
  [
    'a an the all of to for your with by and in on using from via is are be',
    'how do does can could should what where when which who why i my me we our it there this that',
    'single one please existing',
    'as at than then if into about has have was will would must may they them its these those',
    'need want way you possible out',
  ]
    .join(' ')
    .split(' '),
);

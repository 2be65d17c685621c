/**
 * The most characters of what people type, by what it is: tables, contracts and pages take them from here. What means
 * something else has a line of its own, also where the number is the same.
 */
export const LENGTHS = {
  // A person, and how they are reached.
  /** What somebody is called on pages: an account, a member, a signer, whoever comes to an event. */
  shownName: 80,
  /** What a group's records call somebody. */
  personName: 120,
  pronouns: 40,
  email: 254,
  /** Of a mailbox before the @. */
  localPart: 64,
  /** Of a domain under which there is room for records of its own. */
  domain: 200,
  phone: 40,
  password: 200,

  // What things are called.
  siteName: 80,
  groupName: 80,
  roleName: 60,
  channelName: 40,
  segmentName: 80,
  /** Of columns over a group's people. */
  viewName: 80,
  /** What a group wants to know of its people, and each choice of it. */
  fieldName: 60,
  fieldChoice: 80,
  /** A list of people. */
  listName: 80,
  /** The letters, or the day, that a list is to begin at. */
  listBeginning: 10,
  /** Where a sheet of paper with names is from. */
  sheetTitle: 120,
  /** Of a campaign, of an update and of an event. */
  title: 120,
  /** Of people; an issue of a campaign is one. */
  tag: 40,
  externalId: 80,
  linkLabel: 80,
  fileName: 200,
  /** Of a file as it is sent: cut to the length above, not refused. */
  sentFileName: 2_000,
  /** Of a group elsewhere that is left. */
  oldPlaceName: 120,
  /** The line that says what a group needs or offers. */
  listingTitle: 120,

  // Where something is.
  placeName: 120,
  /** On as many lines as an envelope has. */
  address: 300,
  /** Of a person's postal address, and its parts. */
  street: 200,
  city: 80,
  region: 80,
  postcode: 20,
  /** Of the beginnings of postcodes, with commas between them. */
  district: 300,
  country: 60,
  url: 500,
  linkCode: 30,
  /** Of a page of this site, to which a short link leads. */
  linkPath: 200,
  timeZone: 64,

  // A sentence or two.
  groupSummary: 200,
  channelPurpose: 200,
  /** Why a group wants to know something of its people. */
  fieldPurpose: 200,
  fieldValue: 500,
  eventSummary: 300,
  ask: 300,
  pledge: 300,
  /** The decision-maker whom a campaign addresses. */
  target: 120,
  /** What a decision-maker is called, and their office. */
  targetName: 120,
  targetOffice: 120,
  /** What is asked of one, what was answered, and what was promised. */
  targetAsk: 2_000,
  /** What a group keeps in mind about one. */
  targetNote: 2_000,
  needsNote: 200,
  pictureAlt: 200,
  /** What a list of mails shows, and the few words after it. */
  mailSubject: 150,
  preheader: 150,
  /** What an experiment is to find out. */
  question: 200,
  joinQuestion: 200,
  joinAnswer: 1_000,
  comment: 500,
  reportNote: 500,
  /** What organizers keep in mind about a person. */
  personNote: 2_000,
  /** The sentence above the names on a sheet of paper. */
  sheetWords: 500,
  /** Why an event is called off, or something reported is hidden. */
  reason: 500,
  /** Why the site's stewards suspend an account, or freeze or hide a group. */
  measureReason: 1_000,
  /** What groups write to each other when one is asked to stand with a campaign, and answers. */
  sponsorWord: 500,
  /** What somebody is sent to a council for. */
  mandate: 1_000,
  /** What letters may be about that another group writes to a group's people. */
  compactAbout: 200,
  /** How many of what a group needs or offers, or how much. */
  howMany: 80,
  /** What groups say to each other with an answer to a need or an offer, and with a yes or a no to it. */
  listingWord: 500,
  /** Whom to turn to: an address, a page or a sentence. */
  contact: 200,

  // Whole texts.
  /** What somebody answered to a group's mail, and what it wrote back. */
  answer: 8_000,
  message: 8_000,
  /** What a group or an event is about, an update, the rules of a site. */
  page: 20_000,
  /** What a group says to whoever comes in. */
  welcome: 4_000,
  story: 30_000,
  /** The words under what a group needs or offers. */
  listingDetails: 2_000,
  /** What is pinned where a group was, and says where it is now. */
  moveText: 3_000,
  /** Addresses of mailboxes, pasted. */
  addresses: 20_000,

  // What is looked for.
  /** Words; or the whole address of a page, pasted. */
  search: 200,
  /** An account by its email, or a group by its address with all that stands before it. */
  named: 300,
} as const;

import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import type { Subject } from '../../subject.ts';
import { Erasure } from '../contract.ts';
import { answerOwn, askForOwnRecords, eraseOwnRecords } from './actions.ts';
import { addEmailAsked, askToAddEmail, askToAddEmailToAll, findEmailAsked } from './adding-emails.ts';
import {
  EmailAskedView,
  LooksView,
  MailboxAsked,
  MailboxSeal,
  OwnAnswer,
  OwnChange,
  OwnEmail,
  OwnGroupRecords,
} from './contract.ts';
import { copyOwnRecord, copyOwnRecords } from './copies.ts';
import { correctOwnRecord } from './correcting.ts';
import { putOwnEmailFirst, removeOwnEmail } from './emails.ts';
import { findOwnLooks, listOwnRecords } from './queries.ts';

const FEW = { name: 'people.own-records-asked', count: 20, minutes: 10 };
const FEW_EMAILS = { name: 'people.own-emails', count: 20, minutes: 10 };
const JSON_FILE = 'application/json; charset=utf-8';
const sealed = { params: { sealed: MailboxSeal } };

/** What people may do about themselves, in one group and in all of the site at once, with no account. */
export const ownPageRoutes = (subjects: Subject[]) =>
  defineRoutes({
    'POST /own-mailboxes': deed(
      { who: 'anyone', limit: FEW, body: MailboxAsked, status: 202 },
      (ctx, { body }) => askForOwnRecords(ctx, body.email),
    ),
    'GET /own-mailboxes/:sealed/records': deed(
      { who: 'link', ...sealed, query: PageQuery, answers: OwnGroupRecords },
      (ctx, { params, query }) => listOwnRecords(ctx, subjects, params.sealed, query),
    ),
    'DELETE /own-mailboxes/:sealed/records': deed(
      { who: 'link', ...sealed, query: Erasure },
      (ctx, { params, query }) => eraseOwnRecords(ctx, params.sealed, query),
    ),
    'GET /own-mailboxes/:sealed/copy': deed({ who: 'link', ...sealed, sends: JSON_FILE }, (ctx, { params }) =>
      copyOwnRecords(ctx, subjects, params.sealed),
    ),
    'POST /own-mailboxes/:sealed/emails': deed(
      { who: 'link', ...sealed, limit: FEW_EMAILS, body: OwnEmail, status: 202 },
      (ctx, { params, body }) => askToAddEmailToAll(ctx, params.sealed, body.email),
    ),
    'POST /own-records/:sealed/emails': deed(
      { who: 'link', limit: FEW_EMAILS, body: OwnEmail, status: 202 },
      (ctx, { params, body }) => askToAddEmail(ctx, params.sealed, body.email),
    ),
    // Emails stand in bodies, never in addresses.
    'PUT /own-records/:sealed/emails/first': deed({ who: 'link', body: OwnEmail }, (ctx, { params, body }) =>
      putOwnEmailFirst(ctx, params.sealed, body.email),
    ),
    'PUT /own-records/:sealed/emails/removed': deed(
      { who: 'link', body: OwnEmail },
      (ctx, { params, body }) => removeOwnEmail(ctx, params.sealed, body.email),
    ),
    'GET /own-emails/:sealed': deed({ who: 'link', ...sealed, answers: EmailAskedView }, (ctx, { params }) =>
      findEmailAsked(ctx, params.sealed),
    ),
    'PUT /own-emails/:sealed': deed({ who: 'link', ...sealed, answers: EmailAskedView }, (ctx, { params }) =>
      addEmailAsked(ctx, params.sealed),
    ),
    'PATCH /own-records/:sealed': deed({ who: 'link', body: OwnChange }, (ctx, { params, body }) =>
      correctOwnRecord(ctx, params.sealed, body),
    ),
    'PUT /own-records/:sealed/answer': deed({ who: 'link', body: OwnAnswer }, (ctx, { params, body }) =>
      answerOwn(ctx, params.sealed, body),
    ),
    'GET /own-records/:sealed/copy': deed({ who: 'link', sends: JSON_FILE }, (ctx, { params }) =>
      copyOwnRecord(ctx, subjects, params.sealed),
    ),
    'GET /own-records/:sealed/looks': deed({ who: 'link', answers: LooksView }, (ctx, { params }) =>
      findOwnLooks(ctx, subjects, params.sealed),
    ),
  });

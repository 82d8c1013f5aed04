// Written by deploy/local/sdk-types.mjs from deploy/contracts/openapi.json: change nothing here.

export interface paths {
    readonly "/v1/access/grants/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End an emergency access early: your own, or one to a record of your authority */
        readonly post: operations["Grants.end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/access/reviews": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Emergency accesses to your records, and of your people, to be reviewed */
        readonly get: operations["Grants.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/access/reviews/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say whether it was justified, for your authority, once */
        readonly post: operations["Grants.review"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/access/revocations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** People and tokens of your authority whose access is taken away now */
        readonly get: operations["Revocations.list"];
        readonly put?: never;
        /** Take access away, from the next request on; open streams are cut within a second */
        readonly post: operations["Revocations.revoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/access/revocations/lift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give access back */
        readonly post: operations["Revocations.lift"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Sharing agreements that your authority is, or was, a party to */
        readonly get: operations["Agreements.list"];
        readonly put?: never;
        /** Propose an agreement; it is in force once every party has signed it off */
        readonly post: operations["Agreements.propose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One agreement: its versions, who signed which when, who has left, who ended it */
        readonly get: operations["Agreements.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/amendments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Propose a new version; the old one holds until every party has signed the new one */
        readonly post: operations["Agreements.amend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End it at once for all; nothing of what it opened is handed out any more */
        readonly post: operations["Agreements.end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/signature": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Sign off the newest version for your own authority, in person */
        readonly post: operations["Agreements.sign"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Leave it at once; it goes on between the others where two are left */
        readonly post: operations["Agreements.leave"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/areas/find": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Which authority postcodes lie in, as a notice would be placed by them */
        readonly post: operations["Areas.find"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/authorities": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every English authority with children’s services, and whether it reads its mailbox here */
        readonly get: operations["Authorities.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/authority-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Keys that your authority’s details are or were sealed to, and when the last ends */
        readonly get: operations["Keys.list"];
        readonly put?: never;
        /** Offer a public key; answered with a challenge that only its holder can open */
        readonly post: operations["Keys.offer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/authority-keys/{kid}/proof": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Answer the challenge: from now on details are sealed to this key */
        readonly post: operations["Keys.prove"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/authority-keys/{kid}/revocation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Seal nothing to this key any more, from the next message on; for good */
        readonly post: operations["Keys.revoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send up to 100 commands; each has its own key and gets its own answer. */
        readonly post: operations["Batches.submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/calendar/proclaimed-days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Bank holidays proclaimed since the table of working days was made */
        readonly get: operations["Calendar.list"];
        readonly put?: never;
        /** Proclaim a bank holiday: every open deadline that runs over it is computed anew */
        readonly post: operations["Calendar.proclaim"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/children/{recordRef}/chronology": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The history of one child over all records of it that you may see, with its gaps */
        readonly get: operations["Chronology.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/children/{recordRef}/picture": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Dated signs of risk of one child, each with its definition, its facts and their age: no score */
        readonly get: operations["RiskPicture.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clocks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Clocks of the duties that your authority owes: warned, late, paused, passed on */
        readonly get: operations["Clocks.page"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clocks/{id}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let a clock stand still, with the reason; a date in law does not move */
        readonly post: operations["Clocks.pause"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clocks/{id}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let a clock run again; a service target moves by the time that it stood */
        readonly post: operations["Clocks.resume"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/decisions-not-to-share": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What your authority decided not to share, with whom, and why */
        readonly get: operations["Decisions.list"];
        readonly put?: never;
        /** Put on record that an authority is not told of a child of yours, and why */
        readonly post: operations["Decisions.decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/desks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Desks of your authority, their hours, and which of them late duties are passed to */
        readonly get: operations["Desks.list"];
        readonly put?: never;
        /** Name a desk of your authority, or name it anew */
        readonly post: operations["Desks.name"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/desks/escalations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say which desks late duties of a kind are passed to, and when */
        readonly post: operations["Desks.escalate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/duties": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Duties that your authority owes, or that others owe to it: open, late, met */
        readonly get: operations["Duties.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exploitation-concerns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell that a child came to notice as possibly exploited */
        readonly post: operations["Exploitation.raise"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exploitation-concerns/{id}/acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Answer, as an authority that was told */
        readonly post: operations["Exploitation.acknowledge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exploitation-concerns/{id}/assess": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell the level that was assessed, on your own scale */
        readonly post: operations["Exploitation.assess"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exploitation-concerns/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Close the concern, as the authority responsible for the child */
        readonly post: operations["Exploitation.close"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exploitation-concerns/{id}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Put right what was told wrong: everyone told before is told */
        readonly post: operations["Exploitation.correct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exploitation-concerns/{id}/nrm-stage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell how far the referral as a possible victim has come */
        readonly post: operations["Exploitation.nrmStage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exploitation-concerns/{id}/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record a review, and when the next one is */
        readonly post: operations["Exploitation.review"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exploitation-concerns/{id}/update": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell what is new; areas that are added get the whole notice */
        readonly post: operations["Exploitation.update"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exploitation-concerns/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Recall a notice that was posted in error */
        readonly post: operations["Exploitation.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/inbox": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Entries of your mailbox after a number, oldest first; waits for the next one if asked */
        readonly get: operations["Inbox.pull"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/inbox/standing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where you stand with the entries of your mailbox: opened, acknowledged, acted on, asked back */
        readonly get: operations["Standing.page"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/inbox/stream": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Entries of your mailbox as they come, as server-sent events; ends when the token does */
        readonly get: operations["EventStream.stream"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/inbox/{sequence}/acknowledgement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that you took an entry on; the sender sees who and when */
        readonly post: operations["Acknowledgement.acknowledge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/inbox/{sequence}/actions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say what you did about an entry; the sender sees what, who and when */
        readonly post: operations["Actions.act"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/inbox/{sequence}/queries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Ask the sender back about an entry; it gets an entry of its own */
        readonly post: operations["Actions.ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/links/corrections/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which records that you were shown as one child’s are of two */
        readonly get: operations["Links.correction"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/links/forbidden": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Mark two records never to be linked, whatever speaks for it and through whomever */
        readonly post: operations["Marks.forbid"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/links/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Pairs of records that may be of one child, one of them your own, likeliest first */
        readonly get: operations["Links.review"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/links/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Two records side by side: what agrees, what was decided and by whom */
        readonly get: operations["Links.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/links/{id}/blast-radius": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who was shown the two records as one child’s, who was corrected, who has confirmed */
        readonly get: operations["Links.blastRadius"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/links/{id}/decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say whether the two are one child; where one is restricted, two people have to */
        readonly post: operations["Links.decide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/links/{id}/lifting": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Lift such a mark; the first person asks, a second one has to agree */
        readonly post: operations["Marks.lift"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/links/{id}/unlink": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Undo a link; whoever saw the two as one child is told so */
        readonly post: operations["Links.unlink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/lookouts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Restricted children that are missing: what you asked others, and were asked */
        readonly get: operations["Lookouts.list"];
        readonly put?: never;
        /** Let authorities of your choice know that a restricted child is missing, and whom to ring */
        readonly post: operations["Lookouts.ask"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/lookouts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whom to ring about a restricted child that is missing */
        readonly get: operations["Lookouts.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/lookouts/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell the same authorities that the child is not missing any more */
        readonly post: operations["Lookouts.end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mash/closed-searches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** People of yours to whom searches are closed, because theirs looked like probing */
        readonly get: operations["Searches.closed"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mash/closed-searches/reopen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Open searches to a person of yours again */
        readonly post: operations["Searches.reopen"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mash/searches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Is this child known elsewhere? Exact identifiers, a purpose and a reason; every search is on record */
        readonly post: operations["Searches.make"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mash/searches/{id}/break-glass": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Open a result that you may not see, in an emergency; both authorities review it */
        readonly post: operations["Searches.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Authorities that read their mailbox here, and those that once did */
        readonly get: operations["Members.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/members/{gss}/joined": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** It reads its mailbox here from now on, which begins with what is still live */
        readonly post: operations["Members.joined"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/members/{gss}/left": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** It reads its mailbox no longer: from now on its senders tell it by other means */
        readonly post: operations["Members.left"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Missing episodes: of your children, in your area, or heading for it */
        readonly get: operations["MissingEpisodes.find"];
        readonly put?: never;
        /** Report a child missing or away without authorisation */
        readonly post: operations["Missing.report"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Answer, as an authority that was told */
        readonly post: operations["Missing.acknowledge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Close the episode at the eighteenth birthday */
        readonly post: operations["Missing.close"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Put right what was told wrong: everyone told before is told */
        readonly post: operations["Missing.correct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/found": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell that the child was found or returned */
        readonly post: operations["Missing.found"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/interview-accepted": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record that it was accepted */
        readonly post: operations["ReturnInterview.accepted"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/interview-declined": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record that it was declined */
        readonly post: operations["ReturnInterview.declined"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/interview-held": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record that it was held */
        readonly post: operations["ReturnInterview.held"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/interview-offered": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record that a return interview was offered */
        readonly post: operations["ReturnInterview.offered"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/sighting": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell that the child was seen */
        readonly post: operations["Missing.sighting"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/strategy-discussed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record a strategy discussion */
        readonly post: operations["Missing.strategyDiscussed"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/update": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell what is new; areas that are added get the whole notice */
        readonly post: operations["Missing.update"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/missing-episodes/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Recall a notice that was posted in error */
        readonly post: operations["Missing.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Notify the other authority of a child who moves, or who turned up */
        readonly post: operations["Move.notify"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Accept the referral */
        readonly post: operations["MoveCourse.accept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/arrived": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Confirm that the child arrived */
        readonly post: operations["MoveCourse.arrived"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/became-permanent": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that a temporary move is permanent now */
        readonly post: operations["MoveCourse.permanent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/conference-held": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record the transfer-in conference */
        readonly post: operations["MoveCourse.conference"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Put right what was posted wrong */
        readonly post: operations["Move.correct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Decline the referral, with a reason */
        readonly post: operations["MoveCourse.decline"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/hand-over": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Hand over responsibility */
        readonly post: operations["MoveCourse.handOver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/not-arrived": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Report that the child did not arrive */
        readonly post: operations["MoveCourse.notArrived"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/supply-information": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say which written information was supplied */
        readonly post: operations["MoveCourse.supply"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/moves/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Recall a notice that was posted in error */
        readonly post: operations["Move.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notices/by-id/{category}/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A notice: every fact of it that you may see */
        readonly get: operations["Notices.notice"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notices/told": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What your authority has told others, and how far each of it has come */
        readonly get: operations["WhatWeTold.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notices/{factId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The detail that a message links to; your first look is shown to the sender */
        readonly get: operations["Notices.detail"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notices/{factId}/recipients": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whom your notice reached: queued, delivered, opened, acknowledged, each with its time */
        readonly get: operations["Notices.recipientsOf"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notices/{factId}/recipients/{authority}/answers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Answer what a recipient of your notice asked; it gets an entry of its own */
        readonly post: operations["Thread.answer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notices/{factId}/recipients/{authority}/queries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a recipient asked back and the sender answered; for these two alone */
        readonly get: operations["Thread.thread"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Notify the area authority of a placement */
        readonly post: operations["Placement.notify"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements/consult": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Consult the area authority before a placement at a distance */
        readonly post: operations["Placement.consult"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements/{id}/acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Confirm, as the host authority, that you know of the placement */
        readonly post: operations["PlacementHost.acknowledge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements/{id}/change": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The carer moved to another area with the child: new and old host are told */
        readonly post: operations["Placement.change"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements/{id}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Put right what was posted wrong: everyone told before is told */
        readonly post: operations["Placement.correct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell the host that the placement ends or has ended */
        readonly post: operations["Placement.end"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements/{id}/go-ahead": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Notify the placement about which the host was consulted */
        readonly post: operations["Placement.goAhead"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements/{id}/respond": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tell the placing authority what you did or are concerned about */
        readonly post: operations["PlacementHost.respond"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements/{id}/supply": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Supply the care plan or the assessment that was pending */
        readonly post: operations["Placement.supply"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/placements/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Recall a placement that was posted in error */
        readonly post: operations["Placement.withdraw"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/previews": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What an order would come to, and who would be told on which legal basis; records nothing */
        readonly post: operations["Previews.preview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The ledger of reads: who looked at your records, when, for what, on which basis */
        readonly get: operations["Reads.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/records/find": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The reference of a child of your own authority, by its local id */
        readonly post: operations["Records.find"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/records/likely": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Before a child is told of: records that look alike, of your own authority and as far as you may see them */
        readonly post: operations["LikelyRecords.find"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/records/set-aside": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Records of your own that are not matched as others are: why, and what you can do about it */
        readonly get: operations["SetAside.page"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/records/{recordRef}/break-glass": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Open another authority’s record in an emergency, for a limited time; both authorities review it */
        readonly post: operations["Grants.breakGlass"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/records/{recordRef}/restrictions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Labels of a record of your authority, by which it is kept from all others */
        readonly get: operations["Restrictions.of"];
        readonly put?: never;
        /** Keep a record from all others, from the next request on */
        readonly post: operations["Restrictions.restrict"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/records/{recordRef}/restrictions/{label}/lifting": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Propose to take a label off; it holds until a second person agrees */
        readonly post: operations["Restrictions.propose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/records/{recordRef}/restrictions/{label}/lifting/agreement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Agree, as a second person, to take a label off */
        readonly post: operations["Restrictions.agree"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registers/placed-elsewhere": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Your own children placed in other areas */
        readonly get: operations["PlacedElsewhere.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registers/placed-elsewhere/counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many of your children are placed in each other area */
        readonly get: operations["PlacedElsewhere.count"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registers/placed-here": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Register of looked-after children placed in your area by other authorities */
        readonly get: operations["PlacedHere.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registers/placed-here/counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many children each authority has placed in your area */
        readonly get: operations["PlacedHere.counts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/restricted-fetches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who of your authority asked where a restricted child is, who let them, who read it */
        readonly get: operations["Fetches.list"];
        readonly put?: never;
        /** Ask where a restricted child of your authority is; a second person has to approve */
        readonly post: operations["Fetches.request"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/restricted-fetches/{id}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Approve, as a second person, that a colleague reads it, once and within minutes */
        readonly post: operations["Fetches.approve"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/restricted-fetches/{id}/content": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Read what you asked for: once, by yourself, while the approval lasts */
        readonly post: operations["Fetches.content"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/status/authorities": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** When each authority last posted, how often it usually does, who has fallen silent, who is listening */
        readonly get: operations["Status.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/status/canary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** When the last canary was sent, and how long it took to each place */
        readonly get: operations["Canary.status"];
        readonly put?: never;
        /** Send a canary along the way of a notice; it is about nobody and reaches nobody */
        readonly post: operations["Canary.send"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Your authority’s subscriptions */
        readonly get: operations["Subscriptions.list"];
        readonly put?: never;
        /** Ask to be told on a channel; a webhook’s secret is in this answer alone */
        readonly post: operations["Subscriptions.open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Which of your latest entries a filter would have let pass; records nothing */
        readonly post: operations["FilterTests.test"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One subscription, with the public side of what signs it */
        readonly get: operations["Subscriptions.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/attempts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Tries to reach your receiver, the newest first; kept for 30 days */
        readonly get: operations["Attempts.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Change its name, target, filter or desk; what is left out stays */
        readonly post: operations["Subscriptions.change"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End it for good; the mailbox keeps every entry */
        readonly post: operations["SubscriptionCourse.close"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send nothing for so many hours, or until it is resumed; entries wait */
        readonly post: operations["SubscriptionCourse.pause"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send history again, with the same ids, while what is new goes on */
        readonly post: operations["Mending.replay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Go on after the last entry that was sent */
        readonly post: operations["SubscriptionCourse.resume"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/secrets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A new signing secret, in this answer alone; those before it sign for an overlap */
        readonly post: operations["SubscriptionCourse.rotate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/set-aside": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Entries that your receiver refused again and again; they are in your mailbox */
        readonly get: operations["Mending.aside"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/set-aside/redrive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send entries once more that were set aside: some, or all */
        readonly post: operations["Mending.redrive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The same for a subscription as it stands; records nothing */
        readonly post: operations["FilterTests.testOne"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/tasks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Authorities that you still have to tell by other means */
        readonly get: operations["Tasks.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/tasks/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One task, with the proof of telling and what of it was put right */
        readonly get: operations["Tasks.one"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/tasks/{id}/done": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say how and when the authority was told */
        readonly post: operations["Tasks.done"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/tasks/{id}/letter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The ready letter, as HTML or (Accept: text/plain) as text */
        readonly get: operations["Tasks.letter"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/tasks/{id}/proof": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Put right what was said of how and when the authority was told: the whole of it anew */
        readonly post: operations["Tasks.correct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/trends/{topic}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Counts by quarter: yours, your neighbours’ under an agreement, London’s */
        readonly get: operations["Trends.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/views": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The head of the log; views and its other followers, with their positions */
        readonly get: operations["Views.list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/views/{view}/rebuild": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Build a view from zero beside the live one, then switch; answers when it is done */
        readonly post: operations["Views.rebuild"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/worklists": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which worklists there are, and how many lines each has for your authority */
        readonly get: operations["Worklists.all"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/worklists/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One worklist of your authority, sorted by an indicator of your choice */
        readonly get: operations["Worklists.find"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AcceptMoveDto: {
            /**
             * Format: date
             * @description Day of the acceptance. Some protocols count from here
             * @example 2026-03-29
             */
            readonly acceptedOn: string;
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly explanation?: string;
        };
        readonly AcknowledgeConcernDto: {
            /** @description Whom they can reach with you; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * @description What you did or are doing
             * @enum {string}
             */
            readonly response: "received" | "own-records-checked" | "raised-with-panel" | "place-being-worked-on" | "with-police" | "copy-corrected" | "nothing-known" | "other";
            /** @description What you are doing, in words; sealed */
            readonly whatWeAreDoing?: string;
        };
        readonly AcknowledgeMissingDto: {
            /** @description Whom they can reach with you; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * @description What you did or are doing
             * @enum {string}
             */
            readonly response: "received" | "own-records-checked" | "staff-alerted" | "addresses-visited" | "with-police" | "copy-corrected" | "nothing-known" | "other";
            /** @description What you are doing, in words; sealed */
            readonly whatWeAreDoing?: string;
        };
        readonly AcknowledgePlacementDto: {
            /** @description In words; sealed */
            readonly narrative?: string;
        };
        readonly AcknowledgedDto: {
            /** @description When it was acknowledged the first time (UTC) */
            readonly acknowledgedAt: string;
            /** @description Opaque reference of who did */
            readonly person: string;
            /** @example duty-desk */
            readonly role?: string;
            /** @description Number in your mailbox */
            readonly sequence: number;
        };
        readonly AcknowledgementDto: {
            /** @description What you want on record, e.g. who took it on; kept sealed */
            readonly note?: string;
        };
        readonly ActionAnswerDto: {
            /** @enum {string} */
            readonly action: "allocated" | "visited" | "strategy-discussion" | "no-further-action" | "other";
            /** @description UTC */
            readonly recordedAt: string;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
            /** @description Number in your mailbox */
            readonly sequence: number;
        };
        readonly ActionDto: {
            /**
             * @description What was done
             * @enum {string}
             */
            readonly action: "allocated" | "visited" | "strategy-discussion" | "no-further-action" | "other";
            /** @description What you want on record; kept sealed */
            readonly note?: string;
            /**
             * @description Why nothing is done; with no-further-action only
             * @enum {string}
             */
            readonly reason?: "already-known" | "threshold-not-met" | "child-not-here" | "another-authority-acts" | "repeated-notice" | "other";
        };
        readonly ActionStepDto: {
            /** @example visited */
            readonly action: string;
            /** @description UTC */
            readonly at: string;
            /**
             * @description How it was delivered
             * @example event-stream
             */
            readonly channel?: string;
            /** @description Opaque reference of the person or system */
            readonly person: string;
            /**
             * @description Why nothing more is done
             * @example already-known
             */
            readonly reason?: string;
            /** @example duty-desk */
            readonly role: string;
        };
        readonly AgreementDto: {
            /** @description Who ended it for all */
            readonly ended?: components["schemas"]["DepartureDto"];
            readonly id: string;
            /** @description Parties that have left, oldest first */
            readonly left: readonly components["schemas"]["DepartureDto"][];
            /** @description GSS codes of those whom it binds, or would bind, today */
            readonly parties: readonly string[];
            /** @enum {string} */
            readonly state: "proposed" | "to-begin" | "in-force" | "run-out" | "ended";
            /** @description Number of the version in force today */
            readonly versionInForce?: number;
            /** @description Oldest first */
            readonly versions: readonly components["schemas"]["VersionDto"][];
        };
        readonly AgreementListDto: {
            /** @description In the order in which you became a party */
            readonly agreements: readonly components["schemas"]["AgreementDto"][];
        };
        readonly AsideEntryDto: {
            /** @description Id of the message, as your receiver saw it */
            readonly messageId: string;
            /**
             * @description What your receiver said the last time
             * @example webhook/refused
             */
            readonly reason: string;
            /** @description Number in your mailbox; its detail is there */
            readonly sequence: number;
            /** @description UTC */
            readonly setAsideAt: string;
            /**
             * @description redriven: on its way once more
             * @enum {string}
             */
            readonly state: "set-aside" | "redriven";
            /** @example 422 */
            readonly status?: number;
        };
        readonly AsideListDto: {
            readonly entries: readonly components["schemas"]["AsideEntryDto"][];
            /** @description Cursor of the next page; absent on the last one */
            readonly next?: number;
        };
        readonly AssessLevelDto: {
            /** @description The borough’s own label and its scale */
            readonly level: components["schemas"]["ExploitationDto"];
            /** @description Why; sealed */
            readonly narrative?: string;
            /**
             * Format: date
             * @description On which day it was assessed
             * @example 2026-03-29
             */
            readonly on: string;
        };
        readonly AssessedLevelDto: {
            /** @description The borough’s own label and its scale */
            readonly level: components["schemas"]["ExploitationDto"];
            /**
             * Format: date
             * @description On which day it was assessed
             * @example 2026-03-29
             */
            readonly on: string;
        };
        readonly AttemptDto: {
            /** @description UTC */
            readonly at: string;
            /** @description How long your receiver took to answer */
            readonly durationMs: number;
            /** @description So many others that ended the same way in the minute before have no line of their own */
            readonly more?: number;
            /** @enum {string} */
            readonly outcome: "taken" | "later" | "refused" | "gone";
            /** @example webhook/timed-out */
            readonly reason?: string;
            /** @description Number in your mailbox */
            readonly sequence: number;
            /** @example 503 */
            readonly status?: number;
        };
        readonly AttemptListDto: {
            /** @description The newest first */
            readonly attempts: readonly components["schemas"]["AttemptDto"][];
            /** @description Cursor of the next page, as `before`; absent on the last one */
            readonly next?: number;
        };
        readonly AuthoritiesStatusAnswer: {
            /** @description Members, and whoever has posted; where a feed is silent first, then by name. */
            readonly items: readonly components["schemas"]["AuthorityStatus"][];
            /**
             * Format: date
             * @description London date of the answer.
             */
            readonly on: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly AuthorityDto: {
            /**
             * @description DfE local authority number
             * @example 306
             */
            readonly dfeNumber: string;
            /**
             * @description From this date the code is no longer used
             * @example 2023-04-01
             */
            readonly endedOn?: string;
            /** @description GSS codes of the authorities that took over */
            readonly followedBy?: readonly string[];
            /**
             * @description ONS nine-character code
             * @example E09000008
             */
            readonly gss: string;
            /** @description False: told by other means, see /v1/tasks */
            readonly member: boolean;
            /** @example Croydon */
            readonly name: string;
            /**
             * @description Region as the DfE groups them
             * @example Outer London
             */
            readonly region: string;
        };
        readonly AuthorityListDto: {
            readonly authorities: readonly components["schemas"]["AuthorityDto"][];
        };
        readonly AuthorityStatus: {
            /**
             * @description ONS nine-character code.
             * @example E10000016
             */
            readonly authority: string;
            /** @example Kent */
            readonly authorityName: string;
            /** @description Your own channels, or for the operator: nothing secret, no names and no targets. */
            readonly channels?: readonly components["schemas"]["ChannelStatus"][];
            /** @description One for each notification type. */
            readonly feeds: readonly components["schemas"]["FeedStatus"][];
            /** @description Whether any of its subscriptions is live. */
            readonly hasLiveSubscriptions: boolean;
            /** @description False: told by other means, see /v1/tasks. */
            readonly member: boolean;
        };
        readonly BasisPreviewed: {
            /** @description The provision that it rests on */
            readonly source: string;
            /** @description In words */
            readonly text: string;
        };
        readonly BasisShown: {
            /** @example CPPCR Regs 2010, reg 13 */
            readonly source: string;
            /** @example The authority was told of the child */
            readonly text: string;
        };
        readonly Batch: {
            /** @description Commands, each with its own answer. */
            readonly commands: readonly components["schemas"]["BatchCommand"][];
        };
        readonly BatchCommand: {
            /**
             * @description Name of the action.
             * @example placement/end
             */
            readonly action: string;
            /** @description The body that the action’s own route takes. */
            readonly body: {
                readonly [key: string]: unknown;
            };
            /** @description The notice that the action is on; left out where it opens one. */
            readonly id?: string;
            /** @description The Idempotency-Key of this command. */
            readonly key: string;
        };
        readonly BlastRadiusDto: {
            /** @description Id of the pair */
            readonly id: string;
            /** @description Each time that the two were linked, oldest first */
            readonly spells: readonly components["schemas"]["LinkSpellDto"][];
        };
        readonly BreakGlassDto: {
            /**
             * @description What you read for
             * @example section-47
             * @enum {string}
             */
            readonly purpose: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
            /** @description Why it cannot wait, in your own words; sealed, read by those who review it */
            readonly reason: string;
        };
        readonly ByDto: {
            /**
             * @description GSS code
             * @example E09000008
             */
            readonly authority: string;
            /** @description Opaque reference of the person or system */
            readonly person: string;
            readonly role: string;
        };
        readonly CadenceDto: {
            /**
             * @description How often what has gathered is brought out
             * @enum {string}
             */
            readonly every: "hour" | "day";
            /** @description With day: at which full hour of a London clock; 7 unless told */
            readonly hour?: number;
        };
        readonly CanarySeenDto: {
            /** @description False while the last one that was sent has not been seen there */
            readonly isLatest: boolean;
            /** @description Milliseconds from being recorded */
            readonly ms: number;
            /** @enum {string} */
            readonly place: "mailbox" | "webhook" | "kafka";
            /** @description UTC */
            readonly seenAt: string;
            /** @description When the last one that was seen there was recorded, UTC */
            readonly sentAt: string;
        };
        readonly CanarySentDto: {
            readonly canary: string;
            /** @description Position in the log */
            readonly position: number;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
        };
        readonly CanaryStatusDto: {
            /** @description When the last one was recorded, UTC; absent: none ever was */
            readonly lastSentAt?: string;
            /** @description The last one at each place */
            readonly places: readonly components["schemas"]["CanarySeenDto"][];
        };
        readonly ChangeHostDto: {
            /** @description Address; sealed */
            readonly address?: string;
            /**
             * @description Assessment of needs, for the new host
             * @enum {string}
             */
            readonly assessment?: "supplied" | "pending" | "not-said";
            /**
             * @description Care plan, for the new host
             * @enum {string}
             */
            readonly carePlan?: "supplied" | "pending" | "not-said";
            /**
             * Format: date
             * @description When the carer moved
             * @example 2026-03-29
             */
            readonly changedOn: string;
            /** @description Whom the host can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * @description Host authority: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True to say that the host is not known: nobody is told, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /** @description What the host should know, in words; sealed */
            readonly narrative?: string;
            /**
             * @description Whether the move was planned or an emergency; from-return: not known
             * @enum {string}
             */
            readonly notice: "planned" | "emergency" | "from-return";
            /**
             * @description Postcode of the address; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /** @description Name of the provider or carer; sealed */
            readonly providerName?: string;
            /** @description True: kept from everyone else, nobody is told. Placements for adoption (A3 to A6) always are */
            readonly restricted?: boolean;
            /**
             * Format: date
             * @description When the new host was told in writing outside the exchange, if it was
             * @example 2026-03-29
             */
            readonly toldByOtherMeansOn?: string;
        };
        readonly ChangeSubscriptionDto: {
            /** @description For an e-mail digest and a file drop: how often what has gathered is brought out; each day at 7 unless told. What is urgent is brought at once */
            readonly cadence?: components["schemas"]["CadenceDto"];
            /** @description A person says that the filter may keep urgent notices away from this channel. Needed for every filter but one that only names urgencies and keeps urgent; goes on record with the person. */
            readonly confirmsThatUrgentMayBeHidden?: boolean;
            /**
             * @description Desk that is to act on what comes
             * @example duty-desk
             */
            readonly desk?: string;
            /** @description The whole new filter; {} for all of the mailbox */
            readonly filter?: components["schemas"]["FilterDto"];
            /** @description What you call it; kept sealed */
            readonly name?: string;
            /**
             * @description What a webhook brings. thin: that something is there, and where its detail is. sealed: the detail too, as JWE to your own key; held while none of your keys can be sealed to
             * @enum {string}
             */
            readonly payload?: "thin" | "sealed";
            /** @description Where to send: the HTTPS address of a webhook, the e-mail address of a desk, the name of a folder; kept sealed. Left out for other channels. */
            readonly target?: string;
            /** @description true: no desk any more; then leave desk out */
            readonly withoutDesk?: boolean;
        };
        readonly ChannelStatus: {
            /** @enum {string} */
            readonly channel: "bus" | "webhook" | "event-stream" | "pull-feed" | "email-digest" | "file-drop";
            /**
             * Format: date-time
             * @description When it last brought something first, before any other channel did, UTC.
             */
            readonly lastDeliveredAt?: string;
            /**
             * Format: date-time
             * @description When your systems last came to fetch, as far as the process that answers has seen, UTC.
             */
            readonly lastSeenAt?: string;
            /** @description How many of your subscriptions are live on it. */
            readonly subscriptions: number;
        };
        readonly ChildDto: {
            /**
             * Format: date
             * @description Date of birth
             * @example 2010-05-14
             */
            readonly dateOfBirth?: string;
            /**
             * @description Ethnicity, DfE code
             * @enum {string}
             */
            readonly ethnicity?: "WBRI" | "WIRI" | "WIRT" | "WROM" | "WOTH" | "MWBC" | "MWBA" | "MWAS" | "MOTH" | "AIND" | "APKN" | "ABAN" | "AOTH" | "CHNE" | "BCRB" | "BAFR" | "BOTH" | "OOTH" | "REFU" | "NOBT";
            /**
             * @description Forename
             * @example Maya
             */
            readonly forename?: string;
            /**
             * @description Postcode of the child’s own home
             * @example CR0 1EA
             */
            readonly homePostcode?: string;
            /**
             * @description The authority’s own id of the child, never reused
             * @example CH-004711
             */
            readonly localId: string;
            /**
             * @description NHS number
             * @example 9990548609
             */
            readonly nhsNumber?: string;
            /**
             * @description Sex: M, F or U (unknown)
             * @enum {string}
             */
            readonly sex?: "M" | "F" | "U";
            /**
             * @description Surname
             * @example Okafor
             */
            readonly surname?: string;
            /**
             * @description Unique pupil number, or UN1 to UN7
             * @example H801200001001
             */
            readonly upn?: string;
        };
        readonly ChildShown: {
            /** Format: date */
            readonly dateOfBirth?: string;
            readonly forename?: string;
            /** @description The placing authority’s own number for the child. */
            readonly localId?: string;
            readonly sex?: string;
            readonly surname?: string;
        };
        readonly ChronologyAnswer: {
            /** Format: date-time */
            readonly asKnownAt?: string;
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            /** @description Stretches without anything on record, from all that you see, whichever page this is. */
            readonly gaps: readonly components["schemas"]["ChronologyGap"][];
            /** @description Oldest first, by when it is claimed to have happened. */
            readonly items: readonly components["schemas"]["ChronologyEntry"][];
            readonly knownTo?: string;
            /** @description Cursor of the next page; absent on the last one. */
            readonly next?: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            readonly recordRef: string;
            /** @description The records of this child that you may see, yours and others’; there may be more. */
            readonly records: readonly components["schemas"]["ChronologyRecord"][];
            /**
             * @description As whom you see the record that you asked for.
             * @enum {string}
             */
            readonly seenAs: "owner" | "addressee" | "grant";
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly ChronologyEntry: {
            /** @description On which you see it. */
            readonly basis?: components["schemas"]["BasisShown"];
            /** @description What it says openly. */
            readonly data?: {
                readonly [key: string]: unknown;
            };
            readonly duty?: components["schemas"]["DutyLineShown"];
            /** @description The fact, or the one that the line is about. */
            readonly factId?: string;
            /**
             * @description A fact of a notice, what somebody did about one in its mailbox, or what is owed.
             * @enum {string}
             */
            readonly kind?: "notice" | "step" | "duty";
            /** @description Stream of the notice, e.g. placement-<id>. */
            readonly notice?: string;
            /** @description When it is claimed to have happened: instant (UTC) or London date. */
            readonly occurredAt?: string;
            /** @description Personal part, as far as you may see it; absent where there is none or the record was erased. */
            readonly personal?: {
                readonly [key: string]: unknown;
            };
            /** @description With `knownTo` alone. */
            readonly reached?: components["schemas"]["ReachedShown"];
            /** @description Whose knowledge it is: one of `records`. */
            readonly recordRef?: string;
            /**
             * Format: date-time
             * @description When IBEX recorded it, UTC. Absent where a date came without anybody’s doing.
             */
            readonly recordedAt?: string;
            /** @description Kept from everyone but you. */
            readonly restricted?: boolean;
            /** @description The authority that told IBEX; of a duty, the one that owes it. ONS nine-character code. */
            readonly source?: string;
            /** @example Croydon */
            readonly sourceName?: string;
            readonly step?: components["schemas"]["StepShown"];
            /**
             * @description In words.
             * @example Reported missing
             */
            readonly title?: string;
            /** @description Who was told. Others than its owner see themselves. */
            readonly told?: readonly components["schemas"]["ToldShown"][];
            /** @example MissingReported */
            readonly type?: string;
            /** @description Kept from everyone but its owner: nothing else is said of it. */
            readonly withheld: boolean;
        };
        readonly ChronologyGap: {
            /** @description Instant (UTC) or London date. */
            readonly from: string;
            /** @enum {string} */
            readonly kind: "between-placements" | "after-placement" | "missing" | "source-silent";
            /** @description Absent while it goes on. */
            readonly to?: string;
            /** @description What is not known, in words. */
            readonly unknown: string;
        };
        readonly ChronologyRecord: {
            /** @description On which you see it. */
            readonly basis: components["schemas"]["BasisShown"];
            /** @description Absent where the record was erased. */
            readonly child?: components["schemas"]["ChildShown"];
            /** @description Whose record it is, ONS nine-character code. */
            readonly owner: string;
            /** @example Camden */
            readonly ownerName: string;
            readonly recordRef: string;
            /**
             * @description As whom you see it.
             * @enum {string}
             */
            readonly seenAs: "owner" | "addressee" | "grant";
            /** @description Whether its owner keeps some of it from you: ask the owner. */
            readonly withheld: boolean;
        };
        readonly ClauseDto: {
            /** @description Youngest age, whole years when recorded */
            readonly agesFrom?: number;
            /** @description Oldest age, whole years when recorded */
            readonly agesTo?: number;
            /** @description Which way the notice goes, as the party that tells sees it; left out: any */
            readonly directions?: readonly ("placed-here" | "ours-elsewhere" | "moved-in" | "moved-out" | "at-risk-here")[];
            /** @description GSS codes of the parties that tell; left out, with `to`: every party tells every other */
            readonly from?: readonly string[];
            /**
             * @description Id of the clause within the agreement; every entry cites it
             * @example missing-13-17
             */
            readonly id: string;
            /** @description GSS codes of the parties that are told */
            readonly to?: readonly string[];
            /** @description Types of notices that are told: placement, move, missing, exploitation */
            readonly types: readonly string[];
            /** @description Urgencies of a first notice; left out: any */
            readonly urgencies?: readonly ("urgent" | "prompt" | "routine")[];
        };
        readonly ClockChangedDto: {
            /** @description Late from this instant, UTC */
            readonly dueAt: string;
            readonly id: string;
            /** @description Position in the log */
            readonly position: number;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
        };
        readonly ClockPageDto: {
            /** @description Open duties with a date; what is due first comes first */
            readonly items: readonly components["schemas"]["ClockShownDto"][];
            /** @description Cursor of the next page; absent on the last one */
            readonly next?: string;
        };
        readonly ClockShownDto: {
            /** @description Late from this instant, UTC */
            readonly dueAt: string;
            readonly id: string;
            /** @example return-interview */
            readonly kind: string;
            /** @description Since when it is late, UTC */
            readonly lateAt?: string;
            /**
             * @description target: law gives no number
             * @enum {string}
             */
            readonly limitedBy: "law" | "target";
            /**
             * @description Stream of the notice
             * @example placement-…
             */
            readonly notice: string;
            /** @example E09000008 */
            readonly owedBy: string;
            /** @description Since when it stands still, UTC */
            readonly pausedAt?: string;
            /** @description Instant or London date from which it is counted */
            readonly startedAt: string;
            /** @description Steps of the escalation that were taken */
            readonly stepsTaken: number;
            /** @description In a practitioner’s words */
            readonly text: string;
            /** @description UTC */
            readonly warnAt: string;
            /** @description UTC */
            readonly warnedAt?: string;
        };
        readonly CloseAtEighteenDto: {
            /** @description In words; sealed */
            readonly narrative?: string;
            /**
             * Format: date
             * @description The eighteenth birthday
             * @example 2026-03-29
             */
            readonly turnedEighteenOn: string;
        };
        readonly CloseConcernDto: {
            /**
             * @description Why
             * @enum {string}
             */
            readonly because: "no-longer-a-concern" | "work-ended" | "turned-eighteen" | "moved-on" | "other";
            /** @description In words; sealed */
            readonly narrative?: string;
            /**
             * Format: date
             * @description Since which day it is over
             * @example 2026-03-29
             */
            readonly on: string;
        };
        readonly CloseSubscriptionDto: {
            /**
             * @description Why
             * @enum {string}
             */
            readonly because?: "replaced" | "not-needed-any-more" | "opened-in-error" | "other";
        };
        readonly ClosedSearchDto: {
            /** @enum {string} */
            readonly because: "varies-one-identifier" | "finds-nothing";
            /** @description Opaque reference of the person of yours */
            readonly person: string;
            /** @description UTC */
            readonly since: string;
        };
        readonly ClosedSearchesDto: {
            readonly closed: readonly components["schemas"]["ClosedSearchDto"][];
        };
        readonly CompletenessShown: {
            /** @description Feeds that the answer depends on: the silent ones first, then those of its own lines; ten at most. */
            readonly feeds: readonly components["schemas"]["FeedShown"][];
            /**
             * @description Where all of them stand.
             * @example /v1/status/authorities
             */
            readonly link: string;
            /** @description Those that it depends on and does not name. */
            readonly others: components["schemas"]["FeedsCounted"];
        };
        readonly ConcernAreaDto: {
            /**
             * @description Authority in whose area the child is thought to be exploited; it is told
             * @example E09000008
             */
            readonly gss: string;
            /**
             * @description Kind of place
             * @enum {string}
             */
            readonly place?: "home-address" | "placement" | "school" | "transport-hub" | "shopping-area" | "open-space" | "hotel-or-short-let" | "cuckooed-address" | "party-address" | "online" | "other";
        };
        readonly ConferenceHeldDto: {
            /**
             * @description What the conference decided
             * @enum {string}
             */
            readonly conferenceOutcome: "plan-continues-here" | "plan-not-needed-here";
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly explanation?: string;
            /**
             * Format: date
             * @description Day of the transfer-in conference
             * @example 2026-03-29
             */
            readonly heldOn: string;
        };
        readonly ConfirmArrivalDto: {
            /**
             * Format: date
             * @description Day on which the child arrived
             * @example 2026-03-29
             */
            readonly arrivedOn: string;
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly explanation?: string;
        };
        readonly ConfirmationDto: {
            /** @description Opaque reference of the person */
            readonly person: string;
            /** @example duty-desk */
            readonly role: string;
        };
        readonly ConsultHostDto: {
            /** @description Address; sealed */
            readonly address?: string;
            /**
             * @description Assessment of needs, reg 13(4)(a); left out: pending, or not said for a notice from a return
             * @enum {string}
             */
            readonly assessment?: "supplied" | "pending" | "not-said";
            /**
             * @description Care plan, reg 13(4)(b); left out: pending, or not said for a notice from a return
             * @enum {string}
             */
            readonly carePlan?: "supplied" | "pending" | "not-said";
            /** @description The child; or give recordRef */
            readonly child?: components["schemas"]["ChildDto"];
            /**
             * Format: date
             * @description When the consultation began
             * @example 2026-03-29
             */
            readonly consultedOn: string;
            /** @description Whom the host can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * Format: date
             * @description Expected end
             * @example 2026-03-29
             */
            readonly expectedEndOn?: string;
            /**
             * @description Host authority: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True to say that the host is not known: nobody is told, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /**
             * Format: date
             * @description When the placement is meant to start
             * @example 2026-03-29
             */
            readonly intendedStartOn?: string;
            /** @description What is known of risk, in codes */
            readonly known?: components["schemas"]["KnownRiskDto"];
            /**
             * @description SSDA903 LS
             * @enum {string}
             */
            readonly legalStatus?: "C1" | "C2" | "D1" | "E1" | "V2" | "V3" | "V4" | "L1" | "L2" | "L3" | "J1" | "J2" | "J3";
            /** @description What the host should know, in words; sealed */
            readonly narrative?: string;
            /**
             * @description SSDA903 CIN, category of need
             * @enum {string}
             */
            readonly need?: "N1" | "N2" | "N3" | "N4" | "N5" | "N6" | "N7" | "N8" | "N9" | "N0";
            /**
             * @description SSDA903 PLACE
             * @enum {string}
             */
            readonly placementType?: "A3" | "A4" | "A5" | "A6" | "H5" | "K1" | "K2" | "K3" | "P1" | "P2" | "P3" | "R1" | "R2" | "R3" | "R5" | "S1" | "T0" | "T1" | "T2" | "T3" | "T4" | "U1" | "U2" | "U3" | "U4" | "U5" | "U6" | "Z1" | "Z11" | "Z12" | "Z13" | "Z14";
            /**
             * @description Postcode of the address; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /**
             * @description SSDA903 PLACE_PROVIDER
             * @enum {string}
             */
            readonly provider?: "PR0" | "PR1" | "PR2" | "PR3" | "PR4" | "PR5";
            /** @description Name of the provider or carer; sealed */
            readonly providerName?: string;
            /**
             * @description URN of the provider, as Ofsted gives it
             * @example SC012345
             */
            readonly providerUrn?: string;
            /**
             * @description SSDA903 RNE
             * @enum {string}
             */
            readonly reasonForNewEpisode?: "S" | "L" | "P" | "T" | "B" | "U";
            /** @description Reference of the child’s record; or give child */
            readonly recordRef?: string;
            /** @description True: kept from everyone else, nobody is told. Placements for adoption (A3 to A6) always are */
            readonly restricted?: boolean;
        };
        readonly ContactDto: {
            /** @description Email */
            readonly email?: string;
            /** @description Name of the person or team */
            readonly name?: string;
            /**
             * @description Telephone
             * @example 020 7946 0123
             */
            readonly phone?: string;
            /** @description Team */
            readonly team?: string;
        };
        readonly ContactsDto: {
            /** @description Emergency duty team, out of hours */
            readonly outOfHours?: components["schemas"]["ContactDto"];
            /** @description Independent reviewing officer */
            readonly reviewingOfficer?: components["schemas"]["ContactDto"];
            /** @description Allocated social worker */
            readonly socialWorker?: components["schemas"]["ContactDto"];
            /** @description Team manager */
            readonly teamManager?: components["schemas"]["ContactDto"];
        };
        readonly CorrectConcernDto: {
            /** @description All areas, as they should have been; whoever is not among them learns that it was told by mistake */
            readonly areas?: readonly components["schemas"]["ConcernAreaDto"][];
            /** @description The last level */
            readonly assessed?: components["schemas"]["AssessedLevelDto"];
            /** @description People thought to be involved, vehicles, numbers; sealed */
            readonly associates?: string;
            /** @description Whom to ring; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description What the concern is about */
            readonly flags?: readonly ("criminal-exploitation" | "county-lines" | "sexual-exploitation" | "trafficking" | "gangs" | "self-harm" | "domestic-abuse" | "substance-misuse" | "mental-health" | "serious-violence" | "harmful-sexual-behaviour" | "fire-setting" | "radicalisation" | "deprivation-of-liberty" | "unaccompanied-asylum-seeking")[];
            /**
             * @description Host authority: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True to say that the host is not known: nobody is told, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /** @description What gave rise to it; sealed */
            readonly narrative?: string;
            /** @description The last stage of the referral */
            readonly nrm?: components["schemas"]["NrmStageDto"];
            /** @description Reference of the referral at the Home Office; sealed */
            readonly nrmReference?: string;
            /** @description Where: addresses, places, routes; sealed */
            readonly places?: string;
            /** @description Police reference; sealed */
            readonly policeReference?: string;
            /**
             * @description Postcode of the address; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /**
             * Format: date
             * @description On which day the child came to notice
             * @example 2026-03-29
             */
            readonly raisedOn?: string;
            /** @description True keeps where the child lives from everyone: that authority is not told */
            readonly restricted?: boolean;
        };
        readonly CorrectMissingDto: {
            /** @description How the child came to be missing */
            readonly circumstances?: string;
            /** @description Whom to ring at any hour */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description Looks, clothes, habits, needs, medication; no address */
            readonly description?: string;
            /** @description The end of the episode */
            readonly end?: components["schemas"]["EndDto"];
            /**
             * @description Authority where the child was placed: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True: the host is not known; nobody is told there, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /**
             * @description M: whereabouts not known. A: known, but away from the placement without authorisation
             * @enum {string}
             */
            readonly kind?: "M" | "A";
            /** @description People and addresses that the child is known to go to */
            readonly knownAssociates?: string;
            /** @description When the child was last seen, or left */
            readonly lastSeen?: components["schemas"]["MomentDto"];
            /** @description Where the child was last seen */
            readonly lastSeenPlace?: string;
            /**
             * @description Legal status, SSDA903 LS
             * @enum {string}
             */
            readonly legalStatus?: "C1" | "C2" | "D1" | "E1" | "V2" | "V3" | "V4" | "L1" | "L2" | "L3" | "J1" | "J2" | "J3";
            /** @description What was wrong, in words; sealed */
            readonly narrative?: string;
            /** @description Address of the placement or home */
            readonly placementAddress?: string;
            /**
             * @description Police force that has the case
             * @enum {string}
             */
            readonly policeForce?: "metropolitan" | "city-of-london" | "british-transport" | "avon-and-somerset" | "bedfordshire" | "cambridgeshire" | "cheshire" | "cleveland" | "cumbria" | "derbyshire" | "devon-and-cornwall" | "dorset" | "durham" | "dyfed-powys" | "essex" | "gloucestershire" | "greater-manchester" | "gwent" | "hampshire" | "hertfordshire" | "humberside" | "kent" | "lancashire" | "leicestershire" | "lincolnshire" | "merseyside" | "norfolk" | "north-wales" | "north-yorkshire" | "northamptonshire" | "northumbria" | "nottinghamshire" | "south-wales" | "south-yorkshire" | "staffordshire" | "suffolk" | "surrey" | "sussex" | "thames-valley" | "warwickshire" | "west-mercia" | "west-midlands" | "west-yorkshire" | "wiltshire" | "scotland" | "northern-ireland";
            /**
             * @description Police reference
             * @example 26MIS001234
             */
            readonly policeReference?: string;
            /**
             * @description Postcode of the placement or home; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /** @description True keeps the placement from everyone: its host is not told */
            readonly restricted?: boolean;
            /** @description Where the child was found or came back to; sealed */
            readonly whereabouts?: string;
        };
        readonly CorrectMoveDto: {
            /**
             * Format: date
             * @description Day on which the accommodation was made available; day 1 of the 14 of section 208
             * @example 2026-03-29
             */
            readonly accommodationAvailableOn?: string;
            /** @description True (refuge, flight from abuse): new address, household and narrative are shown to nobody else */
            readonly addressRestricted?: boolean;
            /** @description Adults in the household */
            readonly adultCount?: number;
            /** @description Name of the applicant for housing; sealed */
            readonly applicantName?: string;
            /** @description Children in the household */
            readonly childCount?: number;
            /**
             * @description Which support moves with the child
             * @enum {string}
             */
            readonly cohort?: "child-protection-plan" | "child-in-need" | "section-47-open" | "early-help-or-vulnerable" | "homeless-household" | "care-leaver";
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * Format: date
             * @description Expected date of delivery; sealed
             * @example 2026-03-29
             */
            readonly expectedDeliveryOn?: string;
            /**
             * Format: date
             * @description Day on which the move is expected, while it lies ahead
             * @example 2026-03-29
             */
            readonly expectedOn?: string;
            /**
             * @description Where the child lived: ONS code of the originating authority, or WAL, SCO, NIR, NUK
             * @example E09000008
             */
            readonly fromAuthority?: string;
            /** @description True: where the child comes from is not known; finding out is your task */
            readonly fromUnknown?: boolean;
            /** @description Members of the household in words; sealed */
            readonly householdDescription?: string;
            /** @description Your own opaque reference for the household: the same for siblings who move together */
            readonly householdRef?: string;
            /**
             * @description Housing function discharged, Housing Act 1996
             * @enum {string}
             */
            readonly housingFunction?: "s188" | "s189B" | "s190" | "s193" | "s195" | "s200" | "other";
            /**
             * Format: date
             * @description Day on which the child moved
             * @example 2026-03-29
             */
            readonly movedOn?: string;
            /** @description What the other authority should know, in words; sealed */
            readonly narrative?: string;
            /** @description New address; sealed */
            readonly newAddress?: string;
            /**
             * @description Its postcode; sealed
             * @example CR0 1EA
             */
            readonly newPostcode?: string;
            /** @description Address that the child leaves; sealed */
            readonly oldAddress?: string;
            /**
             * @description Its postcode; sealed
             * @example CR0 1EA
             */
            readonly oldPostcode?: string;
            /**
             * @description Whether the move is meant to last
             * @enum {string}
             */
            readonly permanence?: "permanent" | "temporary";
            /**
             * @description Latest category of the child protection plan
             * @enum {string}
             */
            readonly planCategory?: "NEG" | "PHY" | "SAB" | "EMO" | "MUL";
            /**
             * Format: date
             * @description Start of the child protection plan
             * @example 2026-03-29
             */
            readonly planStartedOn?: string;
            /** @description True: section 47 enquiries are open */
            readonly section47Open?: boolean;
            /**
             * Format: date
             * @description Until when a temporary stay is meant to last
             * @example 2026-03-29
             */
            readonly temporaryUntil?: string;
            /**
             * @description Where the child moves to: ONS code of the receiving authority, or WAL, SCO, NIR, NUK
             * @example E09000023
             */
            readonly toAuthority?: string;
            /** @description True: where the child went is not known; finding out is your task */
            readonly toUnknown?: boolean;
            /** @description True: the child is not born yet */
            readonly unborn?: boolean;
        };
        readonly CorrectPlacementDto: {
            /** @description Address; sealed */
            readonly address?: string;
            /**
             * @description Assessment of needs, reg 13(4)(a); left out: pending, or not said for a notice from a return
             * @enum {string}
             */
            readonly assessment?: "supplied" | "pending" | "not-said";
            /**
             * @description Care plan, reg 13(4)(b); left out: pending, or not said for a notice from a return
             * @enum {string}
             */
            readonly carePlan?: "supplied" | "pending" | "not-said";
            /**
             * Format: date
             * @description When the carer last moved
             * @example 2026-03-29
             */
            readonly changedOn?: string;
            /** @description The child’s details as they should have been, with the same localId; sealed */
            readonly child?: components["schemas"]["ChildDto"];
            /** @description Whom the host can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * Format: date
             * @description Last day of a placement that has ended
             * @example 2026-03-29
             */
            readonly endedOn?: string;
            /**
             * Format: date
             * @description Expected end
             * @example 2026-03-29
             */
            readonly expectedEndOn?: string;
            /**
             * @description Host authority: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True to say that the host is not known: nobody is told, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /** @description What is known of risk, in codes */
            readonly known?: components["schemas"]["KnownRiskDto"];
            /**
             * @description SSDA903 LS
             * @enum {string}
             */
            readonly legalStatus?: "C1" | "C2" | "D1" | "E1" | "V2" | "V3" | "V4" | "L1" | "L2" | "L3" | "J1" | "J2" | "J3";
            /** @description What the host should know, in words; sealed */
            readonly narrative?: string;
            /**
             * @description SSDA903 CIN, category of need
             * @enum {string}
             */
            readonly need?: "N1" | "N2" | "N3" | "N4" | "N5" | "N6" | "N7" | "N8" | "N9" | "N0";
            /**
             * @description planned, emergency or from-return
             * @enum {string}
             */
            readonly notice?: "planned" | "emergency" | "from-return";
            /**
             * @description SSDA903 PLACE
             * @enum {string}
             */
            readonly placementType?: "A3" | "A4" | "A5" | "A6" | "H5" | "K1" | "K2" | "K3" | "P1" | "P2" | "P3" | "R1" | "R2" | "R3" | "R5" | "S1" | "T0" | "T1" | "T2" | "T3" | "T4" | "U1" | "U2" | "U3" | "U4" | "U5" | "U6" | "Z1" | "Z11" | "Z12" | "Z13" | "Z14";
            /**
             * @description Postcode of the address; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /**
             * @description SSDA903 PLACE_PROVIDER
             * @enum {string}
             */
            readonly provider?: "PR0" | "PR1" | "PR2" | "PR3" | "PR4" | "PR5";
            /** @description Name of the provider or carer; sealed */
            readonly providerName?: string;
            /**
             * @description URN of the provider, as Ofsted gives it
             * @example SC012345
             */
            readonly providerUrn?: string;
            /**
             * @description SSDA903 RNE
             * @enum {string}
             */
            readonly reasonForNewEpisode?: "S" | "L" | "P" | "T" | "B" | "U";
            /** @description True: kept from everyone else, nobody is told. Placements for adoption (A3 to A6) always are */
            readonly restricted?: boolean;
            /**
             * Format: date
             * @description First day of the placement
             * @example 2026-03-29
             */
            readonly startsOn?: string;
            /** @description True: the end was posted in error and the placement goes on */
            readonly stillOpen?: boolean;
        };
        readonly CorrectionDto: {
            /** @description UTC */
            readonly at: string;
            /** @description References of records that you were shown: those of the one child, and those of the other */
            readonly children: readonly (readonly string[])[];
            readonly id: string;
            /** @description In words */
            readonly what: string;
        };
        readonly DayAnswerDto: {
            readonly date: string;
            /** @description Position in the log */
            readonly position: number;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
        };
        readonly DaysPosted: {
            readonly of30: number;
            /** @description Of the last 7 days, today among them. */
            readonly of7: number;
            readonly of90: number;
        };
        readonly DecisionListDto: {
            /** @description The latest first */
            readonly decisions: readonly components["schemas"]["DecisionShownDto"][];
        };
        readonly DecisionShownDto: {
            /** @description UTC */
            readonly at: string;
            /**
             * @description Authority that is not told
             * @example E09000008
             */
            readonly authority: string;
            readonly id: string;
            /** @description The one notice that it is about */
            readonly notice?: string;
            /** @description Opaque reference of whoever decided */
            readonly person: string;
            /** @description Why; absent once the record was erased */
            readonly reason?: string;
            /** @description Opaque reference of the record */
            readonly recordRef: string;
            /** @example duty-desk */
            readonly role: string;
        };
        readonly DeclineInterviewDto: {
            /**
             * @description Who declined, or that the child could not be reached
             * @enum {string}
             */
            readonly declinedBy: "child" | "parent-or-carer" | "not-reached" | "other";
            /** @description Name of the interviewer; sealed */
            readonly interviewer?: string;
            /** @description In words; sealed */
            readonly narrative?: string;
            /** @description When it was offered, accepted, held or declined */
            readonly when: components["schemas"]["MomentDto"];
        };
        readonly DeclineMoveDto: {
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * Format: date
             * @description Day of the decline
             * @example 2026-03-29
             */
            readonly declinedOn: string;
            /** @description In words; sealed */
            readonly explanation?: string;
            /**
             * @description Why; needed, and to be explained where it is other
             * @enum {string}
             */
            readonly reason?: "information-incomplete" | "not-living-here" | "move-is-temporary" | "threshold-not-met" | "enquiries-to-be-concluded-first" | "other";
        };
        readonly DepartureDto: {
            /** @description UTC */
            readonly at: string;
            /** @description GSS code */
            readonly authority: string;
            /** @example legal-advice */
            readonly because: string;
            readonly note?: string;
        };
        readonly DeskChangedDto: {
            /** @description Position in the log */
            readonly position: number;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
        };
        readonly DeskDto: {
            /** @description Open day and night; else say the hours */
            readonly always: boolean;
            /** @description How it is reached; kept sealed under your own key */
            readonly contact?: string;
            /**
             * @description Name of the desk within your authority
             * @example duty-desk
             */
            readonly desk: string;
            /** @description When it is open */
            readonly hours?: readonly components["schemas"]["HoursDto"][];
            /** @description Who sits there, as a role */
            readonly role: string;
        };
        readonly DeskShownDto: {
            readonly always: boolean;
            readonly contact?: string;
            readonly desk: string;
            readonly hours: readonly components["schemas"]["HoursDto"][];
            readonly role: string;
        };
        readonly DesksShownDto: {
            readonly desks: readonly components["schemas"]["DeskShownDto"][];
            readonly escalations: readonly components["schemas"]["EscalationShownDto"][];
        };
        readonly DoneDto: {
            /** @example visited */
            readonly action: string;
            /** @description UTC */
            readonly at: string;
            /** @description Opaque reference of the person or system */
            readonly person: string;
            /**
             * @description Why nothing more is done
             * @example already-known
             */
            readonly reason?: string;
            /** @example duty-desk */
            readonly role: string;
        };
        readonly DutiesAnswer: {
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            /** @description What is due first comes first; what has no date comes last. */
            readonly items: readonly components["schemas"]["DutyShown"][];
            /** @description Cursor of the next page; absent on the last one. */
            readonly next?: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly DutyLineShown: {
            /** @description Why it is no longer owed. */
            readonly because?: string;
            /**
             * Format: date-time
             * @description Absent where law gives no number.
             */
            readonly dueAt?: string;
            /** @example return-interview-1 */
            readonly key: string;
            /** @example return-interview */
            readonly kind: string;
            readonly metLate?: boolean;
            /** @description ONS nine-character code. */
            readonly owedBy: string;
            /** @example Camden */
            readonly owedByName: string;
            /** @description Absent where it is owed to the child. */
            readonly owedTo?: string;
            /** @example Croydon */
            readonly owedToName?: string;
            /** @description The provision that it rests on. */
            readonly source: string;
            /**
             * @description due: still to come. void: no longer owed.
             * @enum {string}
             */
            readonly state: "opened" | "due" | "late" | "met" | "void";
            /** @description In words. */
            readonly text: string;
        };
        readonly DutyPreviewed: {
            /** @description Late from this instant on, UTC; absent where law gives no number */
            readonly dueAt?: string;
            /** @description Who would owe it, ONS code */
            readonly owedBy: string;
            /** @description The provision that it rests on */
            readonly source: string;
            /** @description Service target, UTC, where law gives no number */
            readonly targetAt?: string;
            /** @description In words */
            readonly text: string;
        };
        readonly DutyShown: {
            /** @description Its clock, as at /v1/clocks. */
            readonly clock: string;
            /** @description Late from this instant on, UTC. Absent where law gives no number. */
            readonly dueAt?: string;
            /**
             * @description Tells the duties of one notice apart.
             * @example return-interview-1
             */
            readonly key: string;
            /** @example return-interview */
            readonly kind: string;
            /** @description When it was met, UTC. */
            readonly metAt?: string;
            /** @description Met, but after its date. */
            readonly metLate?: boolean;
            /**
             * @description The date was moved: its clock stood still, or a bank holiday was proclaimed.
             * @enum {string}
             */
            readonly movedBecause?: "paused" | "bank-holiday";
            /** @description Stream of the notice, e.g. placement-<id>. */
            readonly notice: string;
            /**
             * @description Notification type.
             * @example missing
             */
            readonly notification: string;
            /** @description Every other date that a local protocol would count from. */
            readonly otherStarts: readonly components["schemas"]["OtherStart"][];
            /** @description Authority that owes it, ONS nine-character code. */
            readonly owedBy: string;
            /** @example Croydon */
            readonly owedByName: string;
            /** @description Authority to which it is owed; absent where it is owed to the child, ONS nine-character code. */
            readonly owedTo?: string;
            /** @example Croydon */
            readonly owedToName?: string;
            /** @description Bank holidays that are not published yet may still move the date. */
            readonly provisional?: boolean;
            /** @description Authority whose record of the child it is about, ONS nine-character code. */
            readonly recordOwner: string;
            readonly recordRef?: string;
            /** @description The provision or protocol that sets it. */
            readonly source: string;
            /** @description Date or instant that the clock started from. */
            readonly startedAt: string;
            /** @enum {string} */
            readonly state: "open" | "late" | "met";
            /** @description Service target where law gives no number, UTC. */
            readonly targetAt?: string;
            /** @description In a practitioner’s words. */
            readonly text: string;
        };
        readonly EndDto: {
            /**
             * @description Authority in whose area the child was found
             * @example E09000008
             */
            readonly area?: string;
            /**
             * @description Who found the child; self: came back alone
             * @enum {string}
             */
            readonly foundBy?: "police" | "carer" | "self" | "family" | "other";
            /** @description When the child was found or returned */
            readonly when: components["schemas"]["MomentDto"];
        };
        readonly EndPlacementDto: {
            /**
             * Format: date
             * @description Last day of the placement; may be ahead
             * @example 2026-03-29
             */
            readonly endedOn: string;
            /** @description In words; sealed */
            readonly narrative?: string;
            /**
             * @description SSDA903 REC
             * @enum {string}
             */
            readonly reasonEpisodeCeased?: "X1" | "E11" | "E12" | "E2" | "E3" | "E4A" | "E4B" | "E13" | "E41" | "E45" | "E46" | "E47" | "E48" | "E5" | "E6" | "E7" | "E8" | "E9" | "E14" | "E15" | "E16" | "E17";
            /**
             * @description SSDA903 REASON_PLACE_CHANGE
             * @enum {string}
             */
            readonly reasonForPlacementChange?: "CARPL" | "CLOSE" | "ALLEG" | "STAND" | "APPRR" | "CREQB" | "CREQO" | "CHILD" | "LAREQ" | "PLACE" | "CUSTOD" | "OTHER";
            /**
             * Format: date
             * @description When the host was told in writing outside the exchange, if it was
             * @example 2026-03-29
             */
            readonly toldByOtherMeansOn?: string;
        };
        readonly EpisodeCounts: {
            /** @description Episodes of this child that began in the last 30 days. */
            readonly last30Days: number;
            readonly last365Days: number;
            readonly last90Days: number;
        };
        readonly EscalationDto: {
            /**
             * @description Kind of duty, or any
             * @example return-interview
             */
            readonly kind: string;
            /** @description In order; none: late duties are passed to nobody */
            readonly steps: readonly components["schemas"]["StepDto"][];
        };
        readonly EscalationShownDto: {
            readonly kind: string;
            readonly steps: readonly components["schemas"]["StepDto"][];
        };
        readonly ExploitationDto: {
            /**
             * @description The label on the authority’s own scale
             * @example significant
             */
            readonly label: string;
            /**
             * @description Which scale the label belongs to
             * @enum {string}
             */
            readonly scaleId: "city-of-london-cse-2015" | "pan-london-2017" | "low-medium-high" | "emerging-moderate-significant" | "local";
        };
        readonly FactPreviewed: {
            /** @description The open part, of an action that opens a notice: also the host that was found */
            readonly data?: {
                readonly [key: string]: unknown;
            };
            /** @example Placement notified */
            readonly title: string;
            /** @example PlacementNotified */
            readonly type: string;
        };
        readonly FeedShown: {
            /**
             * @description ONS nine-character code.
             * @example E10000016
             */
            readonly authority: string;
            /** @example Kent */
            readonly authorityName: string;
            /**
             * Format: date
             * @description London date of the last posting.
             */
            readonly lastPostedOn?: string;
            /**
             * @description Notification type.
             * @example placement
             */
            readonly notification: string;
            /**
             * @description In words.
             * @example Kent last posted placements 9 days ago, usually daily: silent since 2026-03-05, so some may be missing
             */
            readonly says: string;
            /**
             * Format: date
             * @description First day on which it was overdue.
             */
            readonly silentSince?: string;
            /**
             * @description silent: even a posting today would come later than its own rhythm allows.
             * @enum {string}
             */
            readonly state: "as-usual" | "silent" | "too-few-to-say" | "never-posted";
            /**
             * @description How often it posts, by its own posting days of the last 90 days. Absent: too few to say.
             * @enum {string}
             */
            readonly usually?: "daily" | "most working days" | "every few days" | "weekly" | "fortnightly" | "monthly" | "irregular";
        };
        readonly FeedStatus: {
            /**
             * @description ONS nine-character code.
             * @example E10000016
             */
            readonly authority: string;
            /** @example Kent */
            readonly authorityName: string;
            /** @description Your own feeds, or for the operator. */
            readonly daysPosted?: components["schemas"]["DaysPosted"];
            /** @description When the last posting says that it happened: instant or London date. Your own feeds alone. */
            readonly lastOccurredAt?: string;
            /**
             * Format: date-time
             * @description UTC. Your own feeds alone.
             */
            readonly lastPostedAt?: string;
            /**
             * Format: date
             * @description London date of the last posting.
             */
            readonly lastPostedOn?: string;
            /**
             * @description Notification type.
             * @example placement
             */
            readonly notification: string;
            /**
             * @description In words.
             * @example Kent last posted placements 9 days ago, usually daily: silent since 2026-03-05, so some may be missing
             */
            readonly says: string;
            /**
             * Format: date-time
             * @description When the present silence was put on record, UTC. Your own feeds, or for the operator.
             */
            readonly silenceRecordedAt?: string;
            /**
             * Format: date
             * @description First day on which it was overdue.
             */
            readonly silentSince?: string;
            /**
             * @description silent: even a posting today would come later than its own rhythm allows.
             * @enum {string}
             */
            readonly state: "as-usual" | "silent" | "too-few-to-say" | "never-posted";
            /**
             * @description How often it posts, by its own posting days of the last 90 days. Absent: too few to say.
             * @enum {string}
             */
            readonly usually?: "daily" | "most working days" | "every few days" | "weekly" | "fortnightly" | "monthly" | "irregular";
        };
        readonly FeedsCounted: {
            readonly asUsual: number;
            /** @description Members that never posted anything of the type. */
            readonly neverPosted: number;
            readonly silent: number;
            readonly tooFewToSay: number;
        };
        readonly FetchDto: {
            /** @description Stream of the notice whose whereabouts are asked for, e.g. placement-…; left out: the home address */
            readonly notice?: string;
            /** @description Why, in your own words; sealed, read by your own authority alone */
            readonly reason: string;
            /** @description Reference of a restricted record of your authority */
            readonly recordRef: string;
        };
        readonly FetchListDto: {
            /** @description Newest first */
            readonly fetches: readonly components["schemas"]["FetchShownDto"][];
        };
        readonly FetchShownDto: {
            /** @description Opaque reference of who approved it */
            readonly approvedBy?: string;
            readonly id: string;
            readonly notice?: string;
            /** @description Opaque reference of who asked */
            readonly person: string;
            /** @enum {string} */
            readonly phase: "requested" | "approved" | "taken";
            readonly reason?: string;
            readonly recordRef: string;
            /**
             * Format: date-time
             * @description UTC
             */
            readonly requestedAt: string;
            /**
             * Format: date-time
             * @description When the approval runs out (UTC)
             */
            readonly until?: string;
        };
        readonly FilterDto: {
            /** @description Youngest age, whole years when recorded */
            readonly agesFrom?: number;
            /** @description Oldest age, whole years when recorded */
            readonly agesTo?: number;
            /** @description As whom you are told */
            readonly capacities?: readonly ("host" | "previous-host" | "responsible" | "receiving" | "area-at-risk" | "addressee")[];
            /** @description Codes of the notice’s own kind, e.g. type of placement, cohort of a move, reason */
            readonly categories?: readonly ("A" | "A3" | "A4" | "A5" | "A6" | "ALLEG" | "APPRR" | "CARPL" | "CHILD" | "CLOSE" | "CREQB" | "CREQO" | "CUSTOD" | "E11" | "E12" | "E13" | "E14" | "E15" | "E16" | "E17" | "E2" | "E3" | "E41" | "E45" | "E46" | "E47" | "E48" | "E4A" | "E4B" | "E5" | "E6" | "E7" | "E8" | "E9" | "EMO" | "H5" | "K1" | "K2" | "K3" | "LAREQ" | "M" | "MUL" | "NEG" | "OTHER" | "P1" | "P2" | "P3" | "PHY" | "PLACE" | "PR0" | "PR1" | "PR2" | "PR3" | "PR4" | "PR5" | "R1" | "R2" | "R3" | "R5" | "S1" | "SAB" | "STAND" | "T0" | "T1" | "T2" | "T3" | "T4" | "U1" | "U2" | "U3" | "U4" | "U5" | "U6" | "X1" | "Z1" | "Z11" | "Z12" | "Z13" | "Z14" | "address-to-be-restricted" | "at-previous-address" | "care" | "care-leaver" | "child-in-need" | "child-protection-plan" | "did-not-happen" | "duplicate" | "early-help-or-vulnerable" | "elsewhere" | "emergency" | "enquiries-to-be-concluded-first" | "from-return" | "high" | "home" | "homeless-household" | "information-incomplete" | "low" | "medium" | "move-did-not-happen" | "move-is-temporary" | "no-apparent-risk" | "not-living-here" | "not-missing" | "other" | "own-area" | "permanent" | "plan-continues-here" | "plan-not-needed-here" | "planned" | "posted-in-error" | "s188" | "s189B" | "s190" | "s193" | "s195" | "s200" | "section-47-open" | "temporary" | "threshold-not-met" | "unknown" | "wrong-authority" | "wrong-child")[];
            /** @description placed-here: children of others placed in your area. ours-elsewhere: what others tell of your own children. moved-in, moved-out: a change of area, at the new area and at the old. at-risk-here: a child who may head for your area. */
            readonly directions?: readonly ("placed-here" | "ours-elsewhere" | "moved-in" | "moved-out" | "at-risk-here")[];
            /** @description Types of notices */
            readonly types?: readonly ("placement" | "move" | "missing" | "exploitation" | "access")[];
            /** @description Urgencies */
            readonly urgencies?: readonly ("urgent" | "prompt" | "routine")[];
        };
        readonly FilterTestDto: {
            /** @description Oldest first */
            readonly entries: readonly components["schemas"]["TestedEntryDto"][];
            readonly heldBack: number;
            /** @description How many entries were looked at */
            readonly looked: number;
            readonly passing: number;
            /** @description How many urgent notices it would have kept away */
            readonly urgentHeldBack: number;
        };
        readonly FindAreasDto: {
            /**
             * @description Postcodes, in any case and spacing. Nothing of them is kept
             * @example [
             *       "CR0 1EA"
             *     ]
             */
            readonly postcodes: readonly string[];
        };
        readonly FindRecordDto: {
            /**
             * @description Your authority’s own case number of the child
             * @example LS-104233
             */
            readonly localId: string;
        };
        readonly FollowerBody: {
            /** @description How many times in a row it failed; 0 when it is well */
            readonly failing: number;
            /** @example view:duties */
            readonly name: string;
            /** @description Last position of the log that it has handled */
            readonly position?: number;
        };
        readonly ForbiddingDto: {
            /**
             * @description Why they are kept apart; kept sealed
             * @enum {string}
             */
            readonly kind: "pre-and-post-adoption" | "protected-identity" | "twins" | "persons-decision";
            /** @description Id of a pair, as the review list gives it; or `recordRefs` */
            readonly pair?: string;
            /** @description What it rests on; kept sealed, read by the owners of the two records */
            readonly rationale: string;
            /** @description References of the two records; or `pair` */
            readonly recordRefs?: readonly string[];
        };
        readonly FoundAreaDto: {
            /**
             * @description ONS code of the authority that it lies in. None: the table does not know it. Several: the table is older than a reorganisation
             * @example [
             *       "E09000008"
             *     ]
             */
            readonly authorities: readonly string[];
            /**
             * @description As it was sent
             * @example CR0 1EA
             */
            readonly postcode: string;
        };
        readonly FoundAreasDto: {
            /** @description In the order in which they were asked */
            readonly areas: readonly components["schemas"]["FoundAreaDto"][];
            /** @description False: no table of postcodes is loaded, and every host has to be named */
            readonly tableLoaded: boolean;
        };
        readonly FoundDto: {
            /**
             * @description Authority in whose area the child was found
             * @example E09000008
             */
            readonly area?: string;
            /**
             * @description Who found the child; self: came back alone
             * @enum {string}
             */
            readonly foundBy?: "police" | "carer" | "self" | "family" | "other";
            /** @description In words; sealed */
            readonly narrative?: string;
            /** @description When the child was found or returned */
            readonly when: components["schemas"]["MomentDto"];
            /** @description Where the child was found or came back to; sealed */
            readonly whereabouts?: string;
        };
        readonly FoundRecordDto: {
            /** @description When your authority first told IBEX of the child (UTC) */
            readonly introducedAt: string;
            /** @description Opaque reference by which notices may name the child */
            readonly recordRef: string;
        };
        readonly GlassOpenedDto: {
            /** @description Types of the facts recorded. */
            readonly facts: readonly string[];
            /** @description Id of the notice; later actions name it in their path. */
            readonly id: string;
            /** @description Position in the log; ask a view with atLeast=<position> to read your own write. */
            readonly position: number;
            /** @description Signed receipt (compact JWS) that proves what was recorded and when. */
            readonly receipt: string;
            /** @description Opaque reference of the record that is open to you now */
            readonly recordRef?: string;
            /**
             * Format: date-time
             * @description When IBEX recorded it, UTC.
             */
            readonly recordedAt: string;
            /** @description True when this Idempotency-Key was recorded before: the same answer again. */
            readonly repeated: boolean;
            /**
             * Format: date-time
             * @description When it closes again (UTC)
             */
            readonly until: string;
        };
        readonly GoAheadDto: {
            /** @description Address; sealed */
            readonly address?: string;
            /**
             * @description Assessment of needs, reg 13(4)(a); left out: pending, or not said for a notice from a return
             * @enum {string}
             */
            readonly assessment?: "supplied" | "pending" | "not-said";
            /**
             * @description Care plan, reg 13(4)(b); left out: pending, or not said for a notice from a return
             * @enum {string}
             */
            readonly carePlan?: "supplied" | "pending" | "not-said";
            /** @description Whom the host can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * Format: date
             * @description Expected end
             * @example 2026-03-29
             */
            readonly expectedEndOn?: string;
            /**
             * @description Host authority: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True to say that the host is not known: nobody is told, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /** @description What is known of risk, in codes */
            readonly known?: components["schemas"]["KnownRiskDto"];
            /**
             * @description SSDA903 LS
             * @enum {string}
             */
            readonly legalStatus?: "C1" | "C2" | "D1" | "E1" | "V2" | "V3" | "V4" | "L1" | "L2" | "L3" | "J1" | "J2" | "J3";
            /** @description What the host should know, in words; sealed */
            readonly narrative?: string;
            /**
             * @description SSDA903 CIN, category of need
             * @enum {string}
             */
            readonly need?: "N1" | "N2" | "N3" | "N4" | "N5" | "N6" | "N7" | "N8" | "N9" | "N0";
            /**
             * @description planned: the host is told before; emergency: within 5 working days of the start; from-return: not known
             * @enum {string}
             */
            readonly notice: "planned" | "emergency" | "from-return";
            /**
             * @description SSDA903 PLACE
             * @enum {string}
             */
            readonly placementType?: "A3" | "A4" | "A5" | "A6" | "H5" | "K1" | "K2" | "K3" | "P1" | "P2" | "P3" | "R1" | "R2" | "R3" | "R5" | "S1" | "T0" | "T1" | "T2" | "T3" | "T4" | "U1" | "U2" | "U3" | "U4" | "U5" | "U6" | "Z1" | "Z11" | "Z12" | "Z13" | "Z14";
            /**
             * @description Postcode of the address; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /**
             * @description SSDA903 PLACE_PROVIDER
             * @enum {string}
             */
            readonly provider?: "PR0" | "PR1" | "PR2" | "PR3" | "PR4" | "PR5";
            /** @description Name of the provider or carer; sealed */
            readonly providerName?: string;
            /**
             * @description URN of the provider, as Ofsted gives it
             * @example SC012345
             */
            readonly providerUrn?: string;
            /**
             * @description SSDA903 RNE
             * @enum {string}
             */
            readonly reasonForNewEpisode?: "S" | "L" | "P" | "T" | "B" | "U";
            /** @description True: kept from everyone else, nobody is told. Placements for adoption (A3 to A6) always are */
            readonly restricted?: boolean;
            /**
             * @description System or return it comes from
             * @example ssda903
             */
            readonly sourceSystem?: string;
            /**
             * Format: date
             * @description First day of the placement
             * @example 2026-03-29
             */
            readonly startsOn: string;
            /**
             * Format: date
             * @description When the host was told in writing outside the exchange, if it was
             * @example 2026-03-29
             */
            readonly toldByOtherMeansOn?: string;
        };
        readonly GrantReviewDto: {
            /** @description What either authority found, oldest first */
            readonly findings: readonly components["schemas"]["ReviewFindingDto"][];
            /** @description Who broke the glass */
            readonly holder: components["schemas"]["HolderDto"];
            readonly id: string;
            /** @description Whether your authority still has to review it */
            readonly isDue: boolean;
            /** @description Whether it is open now */
            readonly isOpen: boolean;
            /**
             * Format: date-time
             * @description UTC
             */
            readonly openedAt: string;
            /** @description GSS code of the authority whose record it is */
            readonly owner: string;
            /** @enum {string} */
            readonly purpose: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
            /** @description Why, in the person’s words; absent once the record was erased */
            readonly reason?: string;
            /** @description Reference of the record; for its owner alone */
            readonly recordRef?: string;
            /**
             * @description As whose authority you review
             * @enum {string}
             */
            readonly side: "owner" | "holder";
            /**
             * Format: date-time
             * @description When it closes, or closed (UTC)
             */
            readonly until: string;
        };
        readonly GrantReviewListDto: {
            /** @description Newest first */
            readonly reviews: readonly components["schemas"]["GrantReviewDto"][];
        };
        readonly GuardedFactDto: {
            /** @description Id of the fact */
            readonly factId: string;
            /** @description Address, contacts, free text */
            readonly fields: {
                readonly [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description UTC
             */
            readonly recordedAt: string;
            /** @example PlacementNotified */
            readonly type: string;
        };
        readonly HandOverMoveDto: {
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly explanation?: string;
            /**
             * Format: date
             * @description Day from which the receiving authority is responsible
             * @example 2026-03-29
             */
            readonly handedOverOn: string;
        };
        readonly HoldInterviewDto: {
            /**
             * @description By whom: independent of the placement
             * @enum {string}
             */
            readonly heldBy: "responsible-authority" | "host-authority" | "commissioned-provider" | "other-independent";
            /** @description Name of the interviewer; sealed */
            readonly interviewer?: string;
            /** @description In words; sealed */
            readonly narrative?: string;
            /** @description When it was offered, accepted, held or declined */
            readonly when: components["schemas"]["MomentDto"];
        };
        readonly HolderDto: {
            /**
             * @description GSS code
             * @example E09000008
             */
            readonly authority: string;
            /** @description Opaque reference of the person */
            readonly person: string;
        };
        readonly HostShown: {
            /**
             * @description Of kind outside-england.
             * @enum {string}
             */
            readonly code?: "WAL" | "SCO" | "NIR" | "NUK";
            /** @description Of kind authority: ONS nine-character code. */
            readonly gss?: string;
            /** @enum {string} */
            readonly kind: "authority" | "outside-england" | "unknown" | "withheld";
            /** @description Of kind authority. */
            readonly name?: string;
        };
        readonly HoursDto: {
            /**
             * @description When it closes; before it opens means on the next day
             * @example 09:00
             */
            readonly closes: string;
            /**
             * @description Day of the week
             * @enum {string}
             */
            readonly day: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
            /**
             * @description When it opens, by a London clock
             * @example 09:00
             */
            readonly opens: string;
        };
        readonly IdentifiersDto: {
            /**
             * Format: date
             * @description Date of birth
             * @example 2026-03-29
             */
            readonly dateOfBirth?: string;
            /** @description Exactly; case, accents and punctuation aside */
            readonly forename?: string;
            /**
             * @description Home postcode
             * @example CR0 1EA
             */
            readonly homePostcode?: string;
            /** @description NHS number; enough by itself */
            readonly nhsNumber?: string;
            /** @description Exactly; case, accents and punctuation aside */
            readonly surname?: string;
            /** @description Unique pupil number; enough by itself */
            readonly upn?: string;
        };
        readonly InboxPageDto: {
            /** @description Thin CloudEvents 1.0, oldest first */
            readonly entries: readonly {
                readonly [key: string]: unknown;
            }[];
            /** @description Number of the newest entry: the sign of life of a feed that is fetched. There is nothing to tell when `next` has reached it. */
            readonly head: number;
            /** @description What to give as `after` next time */
            readonly next: number;
            /**
             * @description The subscription is paused: nothing is handed out until it goes on, and `next` stays
             * @enum {boolean}
             */
            readonly paused?: true;
        };
        readonly IndicatorShown: {
            /** @description Whole days since then. */
            readonly ageInDays?: number;
            /** @description What it means, in plain English; the same words as in the guide. */
            readonly definition: string;
            /** @description What it rests on, the latest recorded first. */
            readonly facts: readonly components["schemas"]["PictureFactShown"][];
            /** @example open-missing-episode */
            readonly name: string;
            /**
             * Format: date-time
             * @description When the newest of them was recorded.
             */
            readonly newestAt?: string;
            /**
             * @description whole: you see all of these records. told: of at least one you see only what your authority was told, so counts are of that.
             * @enum {string}
             */
            readonly reach: "whole" | "told";
            /** @description In words. */
            readonly says: string;
            /** @description How those post on whose postings it depends. */
            readonly sources: readonly components["schemas"]["FeedShown"][];
            /**
             * @description none: it is known that there is nothing. not-known: whether there is anything, is not known.
             * @enum {string}
             */
            readonly state: "found" | "none" | "not-known";
            /** @example Missing now */
            readonly title: string;
            readonly values: readonly components["schemas"]["PictureValueShown"][];
            /** @description Which time it looks at. */
            readonly window: string;
        };
        readonly InterviewStepDto: {
            /** @description Name of the interviewer; sealed */
            readonly interviewer?: string;
            /** @description In words; sealed */
            readonly narrative?: string;
            /** @description When it was offered, accepted, held or declined */
            readonly when: components["schemas"]["MomentDto"];
        };
        readonly JwkDto: {
            /**
             * @description RSA: RSA-OAEP-256. EC and OKP: ECDH-ES+A256KW unless told
             * @enum {string}
             */
            readonly alg?: "RSA-OAEP-256" | "ECDH-ES+A256KW" | "ECDH-ES";
            /**
             * @description Of EC and OKP
             * @enum {string}
             */
            readonly crv?: "P-256" | "P-384" | "X25519";
            /** @description Of RSA: AQAB */
            readonly e?: string;
            readonly key_ops?: readonly string[];
            /** @description The key’s thumbprint by RFC 7638, or left out */
            readonly kid?: string;
            /** @enum {string} */
            readonly kty: "RSA" | "EC" | "OKP";
            /** @description Of RSA: 3072 to 8192 bits */
            readonly n?: string;
            /** @enum {string} */
            readonly use?: "enc";
            /** @description Of EC and OKP */
            readonly x?: string;
            /** @description Of EC */
            readonly y?: string;
        };
        readonly KeyChangedDto: {
            /** @description Thumbprint of the key (RFC 7638) */
            readonly kid: string;
            /** @description Position in the log */
            readonly position: number;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
        };
        readonly KeyDto: {
            /** @enum {string} */
            readonly alg: "RSA-OAEP-256" | "ECDH-ES+A256KW" | "ECDH-ES";
            /** @description The public key */
            readonly jwk: components["schemas"]["JwkDto"];
            /** @description Thumbprint of the key (RFC 7638); every sealed message names it */
            readonly kid: string;
            /** @description UTC */
            readonly notAfter: string;
            /** @description When it was last offered (UTC) */
            readonly offeredAt: string;
            /** @description UTC */
            readonly provedAt?: string;
            /** @description UTC */
            readonly retiresAt?: string;
            /** @description UTC */
            readonly revokedAt?: string;
            /** @enum {string} */
            readonly revokedBecause?: "compromised" | "lost" | "not-needed-any-more" | "registered-in-error";
            /**
             * @description offered: still to be proved. lapsed: not proved in time. retiring: another took its place, but keep its private half until retiresAt
             * @enum {string}
             */
            readonly state: "offered" | "lapsed" | "active" | "retiring" | "retired" | "expired" | "revoked";
        };
        readonly KeyOfferedDto: {
            /** @enum {string} */
            readonly alg: "RSA-OAEP-256" | "ECDH-ES+A256KW" | "ECDH-ES";
            /** @description Compact JWE to this key; holds {"nonce": "…"}, to be sent back as proof */
            readonly challenge: string;
            /** @description Thumbprint of the key (RFC 7638) */
            readonly kid: string;
            /** @description UTC */
            readonly notAfter: string;
            /** @description Position in the log */
            readonly position: number;
            /** @description When the challenge expires (UTC) */
            readonly proveBefore: string;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
        };
        readonly KeysDto: {
            /** @description When there will be no such key any more (UTC) */
            readonly endsAt?: string;
            /** @description Newest first */
            readonly keys: readonly components["schemas"]["KeyDto"][];
            /** @description The key that details are sealed to now */
            readonly sealsTo?: string;
            /**
             * @description ends-soon: within 30 days nothing can be sealed. nothing-to-seal-to: sealed subscriptions are held
             * @enum {string}
             */
            readonly warning?: "nothing-to-seal-to" | "ends-soon";
        };
        readonly KnownRiskDto: {
            /** @description Level of exploitation risk */
            readonly exploitation?: components["schemas"]["ExploitationDto"];
            /** @description Flags */
            readonly flags?: readonly ("criminal-exploitation" | "county-lines" | "sexual-exploitation" | "trafficking" | "gangs" | "self-harm" | "domestic-abuse" | "substance-misuse" | "mental-health" | "serious-violence" | "harmful-sexual-behaviour" | "fire-setting" | "radicalisation" | "deprivation-of-liberty" | "unaccompanied-asylum-seeking")[];
            /**
             * @description Whether the child has gone missing before
             * @enum {string}
             */
            readonly missingHistory?: "none-known" | "occasional" | "repeated";
            /**
             * @description National Referral Mechanism
             * @enum {string}
             */
            readonly nrmStage?: "not-referred" | "referred" | "reasonable-grounds-positive" | "reasonable-grounds-negative" | "conclusive-grounds-positive" | "conclusive-grounds-negative" | "withdrawn";
        };
        readonly LabelDto: {
            /** @enum {string} */
            readonly label: "refuge" | "adoption" | "protected";
            /** @description Opaque reference of who proposed to lift it; another person has to agree */
            readonly liftingProposedBy?: string;
            /**
             * Format: date-time
             * @description Since when (UTC)
             */
            readonly since: string;
        };
        readonly LadderStepDto: {
            /** @description UTC */
            readonly at: string;
            /**
             * @description How it was delivered
             * @example event-stream
             */
            readonly channel?: string;
            /** @description Opaque reference of the person or system */
            readonly person: string;
            /** @example duty-desk */
            readonly role: string;
        };
        readonly LeavingDto: {
            /**
             * @description Why
             * @enum {string}
             */
            readonly because: "purpose-fulfilled" | "replaced" | "breach" | "legal-advice" | "reorganisation" | "other";
            /** @description What the other parties should know; kept sealed */
            readonly note?: string;
        };
        readonly LiftingDto: {
            /** @description Why, in your own words; sealed, read by your own authority alone */
            readonly reason: string;
        };
        readonly LikelyAnswerDto: {
            /** @description The likeliest first */
            readonly likely: readonly components["schemas"]["LikelyRecordDto"][];
        };
        readonly LikelyChildDto: {
            /**
             * Format: date
             * @description Date of birth
             * @example 2010-05-14
             */
            readonly dateOfBirth?: string;
            /**
             * @description Ethnicity, DfE code
             * @example BAFR
             */
            readonly ethnicity?: string;
            /**
             * @description Forename
             * @example Maya
             */
            readonly forename?: string;
            /**
             * @description Postcode of the child’s own home
             * @example CR0 1EA
             */
            readonly homePostcode?: string;
            /** @description Not looked at: POST /v1/records/find knows a local id */
            readonly localId?: string;
            /**
             * @description NHS number
             * @example 9990548609
             */
            readonly nhsNumber?: string;
            /**
             * @description Sex: M, F or U (unknown)
             * @example F
             */
            readonly sex?: string;
            /**
             * @description Surname
             * @example Okafor
             */
            readonly surname?: string;
            /**
             * @description Unique pupil number
             * @example H801200001001
             */
            readonly upn?: string;
        };
        readonly LikelyRecordDto: {
            /**
             * @description How each thing that both know agrees, in words; of your own records alone
             * @example [
             *       "Forename: one is a short form of the other",
             *       "Date of birth: the same"
             *     ]
             */
            readonly agrees?: readonly string[];
            /**
             * @description Of your own records alone
             * @enum {string}
             */
            readonly likeliness?: "very-likely" | "possible";
            /** @description GSS code of the authority whose record it is */
            readonly owner: string;
            /** @description Opaque reference by which notices may name the child */
            readonly recordRef: string;
        };
        readonly LikelyRecordsDto: {
            /** @description The child as you would post it */
            readonly child: components["schemas"]["LikelyChildDto"];
        };
        readonly LinkCaseDto: {
            /** @description Whether a second person has to say so, too */
            readonly awaitsSecondPerson: boolean;
            /** @description When this last changed, UTC */
            readonly changedAt: string;
            /** @description Id of the pair */
            readonly id: string;
            /**
             * @description How likely it is one child, in words
             * @example more than a hundred to one
             */
            readonly odds: string;
            /**
             * @description GSS code of the owner of the other record
             * @example E09000008
             */
            readonly otherOwner: string;
            /** @description Reference of your own record */
            readonly recordRef: string;
            /** @enum {string} */
            readonly state: "proposed" | "linked" | "apart" | "forbidden" | "withdrawn";
        };
        readonly LinkCasesDto: {
            /** @description Likeliest first */
            readonly items: readonly components["schemas"]["LinkCaseDto"][];
            /** @description Cursor of the next page; absent on the last */
            readonly next?: string;
        };
        readonly LinkDecisionDto: {
            /**
             * @description Whether the two records are of one child
             * @enum {string}
             */
            readonly decision: "same" | "different";
            /** @description Why you think so; kept sealed, read by the owners of the two records */
            readonly rationale: string;
        };
        readonly LinkDetailDto: {
            /** @description Whether a second person has to say so, too */
            readonly awaitsSecondPerson: boolean;
            /** @description Whether other records could as well be meant */
            readonly hasRivals: boolean;
            /** @description What was found and decided, oldest first */
            readonly history: readonly components["schemas"]["LinkSaidDto"][];
            readonly id: string;
            /** @description How likely it is one child, in words */
            readonly odds: string;
            /** @description The two records side by side */
            readonly sides: readonly components["schemas"]["LinkSideDto"][];
            /** @enum {string} */
            readonly state: "proposed" | "linked" | "apart" | "forbidden" | "withdrawn";
            /** @description Whether linking these takes two people from the start: one is restricted */
            readonly takesTwo: boolean;
            /**
             * @description What speaks for and against
             * @example [
             *       "Surname: nearly the same"
             *     ]
             */
            readonly why: readonly string[];
        };
        readonly LinkReachedDto: {
            /** @description GSS code */
            readonly authority: string;
            /** @description When somebody there acknowledged it */
            readonly confirmedAt?: string;
            /** @description When the correction reached its mailbox */
            readonly correctedAt?: string;
            /** @description UTC */
            readonly firstAt: string;
            /** @description UTC */
            readonly lastAt: string;
            readonly name: string;
            /** @description How many of the records it was shown, of both children */
            readonly records: number;
        };
        readonly LinkSaidDto: {
            /** @description UTC */
            readonly at: string;
            /** @description GSS code of the authority; absent where the matcher did it */
            readonly by?: string;
            /** @description Opaque reference of the person who said it first, where it took two */
            readonly firstPerson?: string;
            /** @description Of a mark: why they are kept apart */
            readonly kind?: string;
            /** @description Opaque reference of the person */
            readonly person?: string;
            /** @description For the owners of the two records; absent once one was erased */
            readonly rationale?: string;
            /**
             * @description What happened
             * @example Linked by a person
             */
            readonly what: string;
        };
        readonly LinkSideDto: {
            /** @description Who the child is, as far as you may see it; nothing of a record that you have no relation to */
            readonly child?: {
                readonly [key: string]: string;
            };
            /**
             * @description GSS code
             * @example E09000008
             */
            readonly owner: string;
            /** @description Name of the authority */
            readonly ownerName: string;
            /** @description Absent for a record that you may not see */
            readonly recordRef?: string;
            /**
             * @description On which ground you see it
             * @enum {string}
             */
            readonly sight: "owner" | "addressee" | "grant" | "none";
        };
        readonly LinkSpellDto: {
            /** @description Id of the correction, once it went out */
            readonly correction?: string;
            /** @description UTC */
            readonly linkedAt: string;
            /** @description UTC; absent while they are linked */
            readonly partedAt?: string;
            /** @description Who was shown records of both as one child’s */
            readonly reached: readonly components["schemas"]["LinkReachedDto"][];
        };
        readonly LookoutDto: {
            /** @description GSS codes of the authorities that you let know */
            readonly authorities: readonly string[];
            /** @description Whom to ring, of your people */
            readonly name: string;
            /** @description Where that person answers by day and night */
            readonly phone: string;
            /** @description What the police file it under */
            readonly policeReference?: string;
            /** @description Your restricted record of the child; nobody is told of it */
            readonly recordRef: string;
            /**
             * Format: date
             * @description Missing since this day
             * @example 2026-03-29
             */
            readonly since: string;
        };
        readonly LookoutListDto: {
            /** @description The latest first */
            readonly lookouts: readonly components["schemas"]["LookoutShownDto"][];
        };
        readonly LookoutShownDto: {
            /** @description UTC */
            readonly askedAt: string;
            /** @description For its owner alone: who was told */
            readonly authorities?: readonly string[];
            /**
             * @description For its owner alone: ended by the service, because the child is reported back
             * @enum {string}
             */
            readonly endedBecause?: "child-found";
            /**
             * @description Authority that asks, GSS code
             * @example E09000012
             */
            readonly from: string;
            readonly id: string;
            /** @description Whom to ring; gone once it is over */
            readonly name?: string;
            readonly phone?: string;
            readonly policeReference?: string;
            /** @description For its owner alone: the record */
            readonly recordRef?: string;
            /** Format: date */
            readonly since: string;
            /** @enum {string} */
            readonly state: "missing" | "over";
        };
        readonly MakeMovePermanentDto: {
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly explanation?: string;
            /**
             * Format: date
             * @description Day from which the move counts as permanent
             * @example 2026-03-29
             */
            readonly permanentFrom: string;
        };
        readonly MarkLiftingDto: {
            /** @description Why the two may be linked after all; kept sealed, read by the owners of the two records */
            readonly rationale: string;
        };
        readonly MemberDto: {
            /**
             * @description GSS code
             * @example E10000016
             */
            readonly gss: string;
            /** @description What was recorded since, oldest first */
            readonly history: readonly components["schemas"]["MembershipEventDto"][];
            /** @description Whether the configuration names it as a member */
            readonly initially: boolean;
            readonly member: boolean;
            /** @example Kent */
            readonly name: string;
        };
        readonly MemberListDto: {
            /** @description Members, and those that once were */
            readonly members: readonly components["schemas"]["MemberDto"][];
        };
        readonly MembershipChangedDto: {
            /**
             * @description GSS code
             * @example E10000016
             */
            readonly gss: string;
            readonly member: boolean;
            /** @description Position in the log from which on it holds */
            readonly position: number;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
        };
        readonly MembershipEventDto: {
            /** @description UTC */
            readonly at: string;
            /** @enum {string} */
            readonly change: "joined" | "left";
            readonly reason?: string;
        };
        readonly MembershipReasonDto: {
            /** @description Why, e.g. under which contract; kept sealed */
            readonly reason: string;
        };
        readonly MissingEpisodeShown: {
            /** @description How many of those who were told have acknowledged, counted per acknowledgement. */
            readonly acknowledgements: number;
            /** @description Absent where restricted to its owner, or erased. */
            readonly child?: components["schemas"]["ChildShown"];
            /** @description Found or returned: instant (UTC) or London date. */
            readonly endedAt?: string;
            /** Format: date */
            readonly endedOn?: string;
            /** @enum {string} */
            readonly ending?: "found" | "returned";
            /** @description Number of this episode among those of the child that IBEX was told of: 1, 2 … */
            readonly episodeNumber: number;
            /** @description As the owner counts. */
            readonly episodeNumberKnownToOwner?: number;
            readonly episodes: components["schemas"]["EpisodeCounts"];
            /** @enum {string} */
            readonly from: "care" | "home";
            /** @description Where the child was placed or lived, ONS nine-character code. */
            readonly host?: string;
            /** @example Croydon */
            readonly hostName?: string;
            /**
             * @description Return interview.
             * @enum {string}
             */
            readonly interview: "none" | "offered" | "accepted" | "held" | "declined";
            /**
             * @description SSDA903: M missing, A away from placement without authorisation.
             * @enum {string}
             */
            readonly kind: "M" | "A";
            /** @description Your own number for the child: in your own list only. */
            readonly localId?: string;
            readonly noticeId: string;
            /** @example metropolitan */
            readonly policeForce?: string;
            readonly recordRef?: string;
            /**
             * Format: date-time
             * @description When IBEX recorded the report.
             */
            readonly reportedAt: string;
            /** @description Authority that reported, ONS nine-character code. */
            readonly reportedBy: string;
            /** @example Croydon */
            readonly reportedByName: string;
            /** @description Authority responsible for the child, ONS nine-character code. */
            readonly responsible: string;
            /** @example Croydon */
            readonly responsibleName: string;
            /** @description The placement is kept from everyone but the owner. */
            readonly restricted: boolean;
            /** @example high */
            readonly risk?: string;
            /** @description Last sighting: instant (UTC) or London date. */
            readonly sightedAt?: string;
            /** @description Where the child was sighted, ONS nine-character code. */
            readonly sightedIn?: string;
            /** @example Croydon */
            readonly sightedInName?: string;
            /** @description Last seen: instant (UTC) or London date, as it was told. */
            readonly startedAt: string;
            /** Format: date */
            readonly startedOn: string;
            /**
             * @description closed: the child turned eighteen.
             * @enum {string}
             */
            readonly state: "open" | "ended" | "closed";
            /** @description Strategy discussion: instant (UTC) or London date. */
            readonly strategyDiscussedAt?: string;
            /** Format: date */
            readonly turnedEighteenOn?: string;
        };
        readonly MissingEpisodesAnswer: {
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            /** @description The latest first. */
            readonly items: readonly components["schemas"]["MissingEpisodeShown"][];
            /** @description Cursor of the next page; absent on the last one. */
            readonly next?: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly MomentDto: {
            /**
             * Format: date-time
             * @description When, where the time is known
             * @example 2026-03-29T01:30:00+01:00
             */
            readonly at?: string;
            /**
             * Format: date
             * @description On which date, where the time is not known
             * @example 2026-03-29
             */
            readonly on?: string;
        };
        readonly MoveNrmStageDto: {
            /**
             * @description Who decides on it
             * @enum {string}
             */
            readonly decidedBy?: "single-competent-authority" | "local-panel";
            /** @description In words; sealed */
            readonly narrative?: string;
            /** @description Reference of the referral at the Home Office; sealed */
            readonly nrmReference?: string;
            /**
             * Format: date
             * @description Day of the referral or of the decision
             * @example 2026-03-29
             */
            readonly on: string;
            /**
             * @description How far it has come; not-referred: it was decided that no referral is made
             * @enum {string}
             */
            readonly stage: "not-referred" | "referred" | "reasonable-grounds-positive" | "reasonable-grounds-negative" | "conclusive-grounds-positive" | "conclusive-grounds-negative" | "withdrawn";
        };
        readonly NewSecretDto: {
            readonly id: string;
            /** @description What you verify with, for ed25519 */
            readonly publicKey?: string;
            /**
             * @example hmac-sha256
             * @enum {string}
             */
            readonly scheme: "hmac-sha256" | "ed25519";
            /** @description Shown this once. Keep it like a password; rotate it when it is lost. */
            readonly secret: string;
        };
        readonly NotToShareDto: {
            /**
             * @description Authority that is not told
             * @example E09000008
             */
            readonly authority: string;
            /** @description One notice about the child, e.g. placement-…; left out: all of it */
            readonly notice?: string;
            /** @description Why, in your words; kept sealed under the record’s key */
            readonly reason: string;
            /** @description Your record of the child */
            readonly recordRef: string;
        };
        readonly NoticeDetailDto: {
            readonly by: components["schemas"]["ByDto"];
            /** @description Who the child is, as last told by its authority */
            readonly child?: {
                readonly [key: string]: unknown;
            };
            /** @description The open part: ids, codes, dates */
            readonly data: {
                readonly [key: string]: unknown;
            };
            /** @description Id of the fact */
            readonly id: string;
            /**
             * @description Stream of the notice
             * @example placement-…
             */
            readonly notice: string;
            /** @description The personal part, without what its addressees may not see; absent once the record was erased */
            readonly personal?: {
                readonly [key: string]: unknown;
            };
            /** @description Opaque reference of the record that it is about */
            readonly recordRef?: string;
            /** @description When IBEX recorded it (UTC) */
            readonly recordedAt: string;
            /** @description Number within the notice: 0, 1, 2 … */
            readonly revision: number;
            /**
             * @description As whom you see it
             * @enum {string}
             */
            readonly sight: "owner" | "addressee" | "grant";
            /** @example Placement notified */
            readonly title: string;
            /** @example PlacementNotified */
            readonly type: string;
        };
        readonly NoticeDto: {
            readonly child?: {
                readonly [key: string]: unknown;
            };
            /** @description What you may see of it, oldest first */
            readonly facts: readonly components["schemas"]["NoticeFactDto"][];
            /**
             * @description Stream of the notice
             * @example placement-…
             */
            readonly notice: string;
            /**
             * @description As whom you see it
             * @enum {string}
             */
            readonly sight: "owner" | "addressee" | "grant";
        };
        readonly NoticeFactDto: {
            readonly by: components["schemas"]["ByDto"];
            /** @description The open part: ids, codes, dates */
            readonly data: {
                readonly [key: string]: unknown;
            };
            /** @description Id of the fact */
            readonly id: string;
            /**
             * @description Stream of the notice
             * @example placement-…
             */
            readonly notice: string;
            /** @description The personal part, without what its addressees may not see; absent once the record was erased */
            readonly personal?: {
                readonly [key: string]: unknown;
            };
            /** @description Opaque reference of the record that it is about */
            readonly recordRef?: string;
            /** @description When IBEX recorded it (UTC) */
            readonly recordedAt: string;
            /** @description Number within the notice: 0, 1, 2 … */
            readonly revision: number;
            /** @example Placement notified */
            readonly title: string;
            /** @example PlacementNotified */
            readonly type: string;
        };
        readonly NotifyMoveDto: {
            /**
             * Format: date
             * @description Day on which the accommodation was made available; day 1 of the 14 of section 208
             * @example 2026-03-29
             */
            readonly accommodationAvailableOn?: string;
            /** @description True (refuge, flight from abuse): new address, household and narrative are shown to nobody else */
            readonly addressRestricted?: boolean;
            /** @description Adults in the household */
            readonly adultCount?: number;
            /** @description Name of the applicant for housing; sealed */
            readonly applicantName?: string;
            /** @description The child or young person; or give recordRef */
            readonly child?: components["schemas"]["ChildDto"];
            /** @description Children in the household */
            readonly childCount?: number;
            /**
             * @description Which support moves with the child
             * @enum {string}
             */
            readonly cohort: "child-protection-plan" | "child-in-need" | "section-47-open" | "early-help-or-vulnerable" | "homeless-household" | "care-leaver";
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * Format: date
             * @description Expected date of delivery; sealed
             * @example 2026-03-29
             */
            readonly expectedDeliveryOn?: string;
            /**
             * Format: date
             * @description Day on which the move is expected, while it lies ahead
             * @example 2026-03-29
             */
            readonly expectedOn?: string;
            /**
             * @description Where the child lived: ONS code of the originating authority, or WAL, SCO, NIR, NUK
             * @example E09000008
             */
            readonly fromAuthority?: string;
            /** @description True: where the child comes from is not known; finding out is your task */
            readonly fromUnknown?: boolean;
            /** @description Members of the household in words; sealed */
            readonly householdDescription?: string;
            /** @description Your own opaque reference for the household: the same for siblings who move together */
            readonly householdRef?: string;
            /**
             * @description Housing function discharged, Housing Act 1996
             * @enum {string}
             */
            readonly housingFunction?: "s188" | "s189B" | "s190" | "s193" | "s195" | "s200" | "other";
            /**
             * Format: date
             * @description Day on which the child moved
             * @example 2026-03-29
             */
            readonly movedOn?: string;
            /** @description What the other authority should know, in words; sealed */
            readonly narrative?: string;
            /** @description New address; sealed */
            readonly newAddress?: string;
            /**
             * @description Its postcode; sealed
             * @example CR0 1EA
             */
            readonly newPostcode?: string;
            /** @description Address that the child leaves; sealed */
            readonly oldAddress?: string;
            /**
             * @description Its postcode; sealed
             * @example CR0 1EA
             */
            readonly oldPostcode?: string;
            /**
             * @description Whether the move is meant to last
             * @enum {string}
             */
            readonly permanence: "permanent" | "temporary";
            /**
             * @description Latest category of the child protection plan
             * @enum {string}
             */
            readonly planCategory?: "NEG" | "PHY" | "SAB" | "EMO" | "MUL";
            /**
             * Format: date
             * @description Start of the child protection plan
             * @example 2026-03-29
             */
            readonly planStartedOn?: string;
            /** @description Reference of the child’s record; or give child */
            readonly recordRef?: string;
            /** @description True: section 47 enquiries are open */
            readonly section47Open?: boolean;
            /**
             * Format: date
             * @description Until when a temporary stay is meant to last
             * @example 2026-03-29
             */
            readonly temporaryUntil?: string;
            /**
             * @description Where the child moves to: ONS code of the receiving authority, or WAL, SCO, NIR, NUK
             * @example E09000023
             */
            readonly toAuthority?: string;
            /** @description True: where the child went is not known; finding out is your task */
            readonly toUnknown?: boolean;
            /** @description True: the child is not born yet */
            readonly unborn?: boolean;
        };
        readonly NotifyPlacementDto: {
            /** @description Address; sealed */
            readonly address?: string;
            /**
             * @description Assessment of needs, reg 13(4)(a); left out: pending, or not said for a notice from a return
             * @enum {string}
             */
            readonly assessment?: "supplied" | "pending" | "not-said";
            /**
             * @description Care plan, reg 13(4)(b); left out: pending, or not said for a notice from a return
             * @enum {string}
             */
            readonly carePlan?: "supplied" | "pending" | "not-said";
            /** @description The child; or give recordRef */
            readonly child?: components["schemas"]["ChildDto"];
            /** @description Whom the host can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /**
             * Format: date
             * @description Expected end
             * @example 2026-03-29
             */
            readonly expectedEndOn?: string;
            /**
             * @description Host authority: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True to say that the host is not known: nobody is told, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /** @description What is known of risk, in codes */
            readonly known?: components["schemas"]["KnownRiskDto"];
            /**
             * @description SSDA903 LS
             * @enum {string}
             */
            readonly legalStatus?: "C1" | "C2" | "D1" | "E1" | "V2" | "V3" | "V4" | "L1" | "L2" | "L3" | "J1" | "J2" | "J3";
            /** @description What the host should know, in words; sealed */
            readonly narrative?: string;
            /**
             * @description SSDA903 CIN, category of need
             * @enum {string}
             */
            readonly need?: "N1" | "N2" | "N3" | "N4" | "N5" | "N6" | "N7" | "N8" | "N9" | "N0";
            /**
             * @description planned: the host is told before; emergency: within 5 working days of the start; from-return: not known
             * @enum {string}
             */
            readonly notice: "planned" | "emergency" | "from-return";
            /**
             * @description SSDA903 PLACE
             * @enum {string}
             */
            readonly placementType?: "A3" | "A4" | "A5" | "A6" | "H5" | "K1" | "K2" | "K3" | "P1" | "P2" | "P3" | "R1" | "R2" | "R3" | "R5" | "S1" | "T0" | "T1" | "T2" | "T3" | "T4" | "U1" | "U2" | "U3" | "U4" | "U5" | "U6" | "Z1" | "Z11" | "Z12" | "Z13" | "Z14";
            /**
             * @description Postcode of the address; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /**
             * @description SSDA903 PLACE_PROVIDER
             * @enum {string}
             */
            readonly provider?: "PR0" | "PR1" | "PR2" | "PR3" | "PR4" | "PR5";
            /** @description Name of the provider or carer; sealed */
            readonly providerName?: string;
            /**
             * @description URN of the provider, as Ofsted gives it
             * @example SC012345
             */
            readonly providerUrn?: string;
            /**
             * @description SSDA903 RNE
             * @enum {string}
             */
            readonly reasonForNewEpisode?: "S" | "L" | "P" | "T" | "B" | "U";
            /** @description Reference of the child’s record; or give child */
            readonly recordRef?: string;
            /** @description True: kept from everyone else, nobody is told. Placements for adoption (A3 to A6) always are */
            readonly restricted?: boolean;
            /**
             * @description System or return it comes from
             * @example ssda903
             */
            readonly sourceSystem?: string;
            /**
             * Format: date
             * @description First day of the placement
             * @example 2026-03-29
             */
            readonly startsOn: string;
            /**
             * Format: date
             * @description When the host was told in writing outside the exchange, if it was
             * @example 2026-03-29
             */
            readonly toldByOtherMeansOn?: string;
        };
        readonly NrmStageDto: {
            /**
             * @description Who decides on it
             * @enum {string}
             */
            readonly decidedBy?: "single-competent-authority" | "local-panel";
            /**
             * Format: date
             * @description Day of the referral or of the decision
             * @example 2026-03-29
             */
            readonly on: string;
            /**
             * @description How far it has come; not-referred: it was decided that no referral is made
             * @enum {string}
             */
            readonly stage: "not-referred" | "referred" | "reasonable-grounds-positive" | "reasonable-grounds-negative" | "conclusive-grounds-positive" | "conclusive-grounds-negative" | "withdrawn";
        };
        readonly OfferInterviewDto: {
            /**
             * @description Authority that is asked to hold it for you, e.g. the host
             * @example E09000008
             */
            readonly commissioned?: string;
            /** @description Name of the interviewer; sealed */
            readonly interviewer?: string;
            /** @description In words; sealed */
            readonly narrative?: string;
            /** @description When it was offered, accepted, held or declined */
            readonly when: components["schemas"]["MomentDto"];
        };
        readonly OfferKeyDto: {
            /** @description Public half of the key, as a JSON Web Key (RFC 7517); never the private half */
            readonly jwk: components["schemas"]["JwkDto"];
            /**
             * Format: date-time
             * @description Until when it is sealed to; a year from now unless told, two years at most
             * @example 2026-03-29T01:30:00+01:00
             */
            readonly notAfter?: string;
            /** @description Days for which you keep the private halves of those before it: they are sealed to should this one fail; 14 unless told */
            readonly overlapDays?: number;
        };
        readonly OneSubscriptionDto: {
            /** @description On channels that gather entries: how often they are brought out */
            readonly cadence?: components["schemas"]["CadenceDto"];
            /** @enum {string} */
            readonly channel: "bus" | "webhook" | "event-stream" | "pull-feed" | "email-digest" | "file-drop";
            /** @description Desk that is to act on what comes */
            readonly desk?: string;
            readonly filter: components["schemas"]["FilterDto"];
            /**
             * @description Nothing is sent, since none of your keys can be sealed to; the entries wait, thin in the inbox
             * @enum {string}
             */
            readonly heldBecause?: "no-usable-key";
            readonly id: string;
            readonly name: string;
            /** @description UTC */
            readonly openedAt: string;
            /**
             * @description receiver-gone: your receiver answered that it wants nothing more; resume when it does
             * @enum {string}
             */
            readonly pausedBecause?: "maintenance" | "fault-at-our-end" | "not-needed-now" | "other" | "receiver-gone";
            /** @description UTC; it goes on by itself then. Absent: when somebody resumes it */
            readonly pausedUntil?: string;
            /** @enum {string} */
            readonly payload: "thin" | "sealed";
            /** @description Grows with each change */
            readonly revision: number;
            /** @description What signs a webhook now, newest first */
            readonly secrets?: readonly components["schemas"]["SecretDto"][];
            /** @description Number of the mailbox entry after which it began */
            readonly startsAfter: number;
            /** @enum {string} */
            readonly state: "live" | "paused" | "closed";
            /** @description Where it sends */
            readonly target?: string;
            /** @description Absent while your receiver does well */
            readonly trouble?: components["schemas"]["TroubleDto"];
            /** @description Who said that urgent notices may stay away from it */
            readonly urgentMayBeHiddenBy?: components["schemas"]["ConfirmationDto"];
        };
        readonly OneTaskDto: {
            /** @example host */
            readonly capacity: string;
            /** @description How often what was said of the telling was put right */
            readonly corrections?: number;
            /** @description UTC */
            readonly doneAt?: string;
            /** @description UTC; absent where law gives no number */
            readonly dueAt?: string;
            readonly id: string;
            /** @description The ready letter, the notice, and where a recipient that has joined stands with it */
            readonly links: Record<string, never>;
            /** @enum {string} */
            readonly means?: "secure-email" | "telephone" | "post" | "portal" | "in-person" | "other";
            /**
             * @description Message that a member would have got
             * @example uk.ibex.placement.notified
             */
            readonly message: string;
            /** @description UTC */
            readonly openedAt: string;
            /** @description True while open once its date, or else the service target, has passed */
            readonly overdue: boolean;
            /** @description What was said of the telling, oldest first: the last holds, those before it were wrong */
            readonly proofs: readonly components["schemas"]["ProofDto"][];
            /** @description Whether a reference of the sending is on record */
            readonly proven?: boolean;
            /**
             * @description GSS code of the authority to be told
             * @example E10000016
             */
            readonly recipient: string;
            /** @example Kent */
            readonly recipientName: string;
            /** @description Opaque reference of the record */
            readonly recordRef?: string;
            /**
             * @description joined: the recipient reads its mailbox by now and finds the notice there
             * @enum {string}
             */
            readonly state: "open" | "done" | "joined";
            /** @description UTC; service target of the exchange where law gives no number */
            readonly targetAt?: string;
            /** @description GSS codes to tell instead, where the recipient was abolished */
            readonly tellInstead?: readonly string[];
            /** @example prompt */
            readonly urgency: string;
        };
        readonly OpenResultDto: {
            /** @description Why it cannot wait, in your words; kept sealed, for both authorities’ review */
            readonly reason: string;
            /** @description `n` of the result */
            readonly result: number;
        };
        readonly OpenSubscriptionDto: {
            /** @description For an e-mail digest and a file drop: how often what has gathered is brought out; each day at 7 unless told. What is urgent is brought at once */
            readonly cadence?: components["schemas"]["CadenceDto"];
            /**
             * @description How entries are to reach you
             * @enum {string}
             */
            readonly channel: "bus" | "webhook" | "event-stream" | "pull-feed" | "email-digest" | "file-drop";
            /** @description A person says that the filter may keep urgent notices away from this channel. Needed for every filter but one that only names urgencies and keeps urgent; goes on record with the person. */
            readonly confirmsThatUrgentMayBeHidden?: boolean;
            /**
             * @description Desk that is to act on what comes
             * @example duty-desk
             */
            readonly desk?: string;
            /** @description What you want of your mailbox; left out: all of it */
            readonly filter?: components["schemas"]["FilterDto"];
            /** @description What you call it; kept sealed */
            readonly name: string;
            /**
             * @description What a webhook brings. thin: that something is there, and where its detail is. sealed: the detail too, as JWE to your own key; held while none of your keys can be sealed to
             * @enum {string}
             */
            readonly payload?: "thin" | "sealed";
            /**
             * @description How a webhook is signed; hmac-sha256 unless told
             * @enum {string}
             */
            readonly signing?: "hmac-sha256" | "ed25519";
            /** @description After which entry of your mailbox it begins: now (unless told), beginning, the number of the last entry that you have, or a moment */
            readonly startsAt?: ("now" | "beginning") | number | string;
            /** @description Where to send: the HTTPS address of a webhook, the e-mail address of a desk, the name of a folder; kept sealed. Left out for other channels. */
            readonly target?: string;
        };
        readonly OtherStart: {
            /**
             * @description Date or instant.
             * @example 2025-03-01
             */
            readonly at: string;
            /**
             * @description In words.
             * @example the day the written information came
             */
            readonly countedFrom: string;
            /** @description When it would be late, counted from there, UTC. */
            readonly dueAt: string;
        };
        readonly PauseDto: {
            /** @description What you want on record; kept sealed */
            readonly note?: string;
            /**
             * @description Why it stands still
             * @enum {string}
             */
            readonly reason: "awaiting-another-authority" | "child-not-available" | "court-or-police-directs" | "disputed" | "other";
        };
        readonly PauseSubscriptionDto: {
            /**
             * @description Why
             * @enum {string}
             */
            readonly because?: "maintenance" | "fault-at-our-end" | "not-needed-now" | "other";
            /** @description A person says that urgent notices may stay away for longer than 24 hours; goes on record with the person. */
            readonly confirmsThatUrgentMayBeHidden?: boolean;
            /** @description Hours after which it goes on by itself; 24 unless told. Longer needs a person who says so. */
            readonly forHours?: number;
        };
        readonly PictureAnswer: {
            /** Format: date-time */
            readonly asKnownAt?: string;
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            /** @description Always all of them, in the same order. */
            readonly indicators: readonly components["schemas"]["IndicatorShown"][];
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            readonly recordRef: string;
            /** @description The records of this child that you may see. */
            readonly records: readonly components["schemas"]["PictureRecordShown"][];
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly PictureBasis: {
            /** @description The provision that it rests on. */
            readonly source: string;
            /** @description On which basis you see it, in words. */
            readonly text: string;
        };
        readonly PictureFactShown: {
            readonly basis: components["schemas"]["PictureBasis"];
            readonly factId: string;
            /** @description Stream of the notice, e.g. missing-<id>. */
            readonly notice: string;
            /** @description When it is claimed to have happened: instant (UTC) or London date. */
            readonly occurredAt: string;
            /** @description Whose knowledge it is: one of `records`. */
            readonly recordRef: string;
            /** Format: date-time */
            readonly recordedAt: string;
            /** @description Authority that told it, ONS code. */
            readonly source: string;
            readonly sourceName: string;
            /** @example Reported missing */
            readonly title: string;
            /** @example MissingReported */
            readonly type: string;
        };
        readonly PictureRecordShown: {
            readonly basis: components["schemas"]["PictureBasis"];
            /** @description Authority whose record it is, ONS code. */
            readonly owner: string;
            readonly ownerName: string;
            readonly recordRef: string;
            /** @enum {string} */
            readonly seenAs: "owner" | "addressee" | "grant";
        };
        readonly PictureValueShown: {
            /** @description A count of its own; never the total of others. */
            readonly count?: number;
            readonly label: string;
            /** @description London date or instant. */
            readonly on?: string;
            readonly text?: string;
        };
        readonly PlacedByCount: {
            /** @description Its lines of the register on that date. */
            readonly placements: number;
            /** @description ONS nine-character code. */
            readonly placingAuthority: string;
            /** @example Croydon */
            readonly placingAuthorityName: string;
        };
        readonly PlacedElsewhereAnswer: {
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            /** @description By start. */
            readonly items: readonly components["schemas"]["PlacedElsewhereShown"][];
            /** @description Cursor of the next page; absent on the last one. */
            readonly next?: string;
            /** Format: date */
            readonly on: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly PlacedElsewhereCountsAnswer: {
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            /** @description The most first; where there is nobody is left out. */
            readonly items: readonly components["schemas"]["PlacedInCount"][];
            /** Format: date */
            readonly on: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly PlacedElsewhereShown: {
            /** Format: date-time */
            readonly acknowledgedAt?: string;
            /**
             * @description Of the assessment of needs.
             * @enum {string}
             */
            readonly assessment: "supplied" | "pending" | "not-said";
            /** @enum {string} */
            readonly carePlan: "supplied" | "pending" | "not-said";
            /** Format: date */
            readonly endedOn?: string;
            /** Format: date */
            readonly expectedEndOn?: string;
            readonly host: components["schemas"]["HostShown"];
            /**
             * @description SSDA903 legal status.
             * @example C2
             */
            readonly legalStatus?: string;
            /** @description Your own number for the child; absent once it was erased. */
            readonly localId?: string;
            /** @enum {string} */
            readonly notice: "planned" | "emergency" | "from-return";
            readonly noticeId: string;
            /**
             * @description SSDA903 placement code.
             * @example U4
             */
            readonly placementType?: string;
            /** @description Of the placement, as you told it last. */
            readonly postcode?: string;
            /**
             * @description SSDA903 provider code.
             * @example PR4
             */
            readonly provider?: string;
            /** @description Ofsted unique reference number. */
            readonly providerUrn?: string;
            /** @description SSDA903 RNE code. */
            readonly reasonForNewEpisode?: string;
            readonly recordRef?: string;
            /** Format: date-time */
            readonly respondedAt?: string;
            /** @description Kept from everyone but you. */
            readonly restricted: boolean;
            /**
             * @description System or return that it was taken from.
             * @example ssda903
             */
            readonly source?: string;
            /** Format: date */
            readonly startsOn: string;
            /** @description One per host, oldest first: the carer may move with the child. */
            readonly stays: readonly components["schemas"]["StayShown"][];
            /**
             * Format: date-time
             * @description When the host was told through IBEX.
             */
            readonly toldAt?: string;
        };
        readonly PlacedHereAnswer: {
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            /** @description By placing authority, then by start. */
            readonly items: readonly components["schemas"]["PlacedHereShown"][];
            /** @description Cursor of the next page; absent on the last one. */
            readonly next?: string;
            /** Format: date */
            readonly on: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description Lines of the whole register, over all pages. */
            readonly total: number;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly PlacedHereCountsAnswer: {
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            /** @description By authority; who placed nobody is left out. */
            readonly items: readonly components["schemas"]["PlacedByCount"][];
            /** Format: date */
            readonly on: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly PlacedHereShown: {
            /**
             * Format: date-time
             * @description When your authority acknowledged it.
             */
            readonly acknowledgedAt?: string;
            /**
             * @description Of the assessment of needs.
             * @enum {string}
             */
            readonly assessment: "supplied" | "pending" | "not-said";
            /** @enum {string} */
            readonly carePlan: "supplied" | "pending" | "not-said";
            /** @description Absent once the child’s record was erased. */
            readonly child?: components["schemas"]["ChildShown"];
            /**
             * Format: date
             * @description First day on which it no longer was.
             */
            readonly endedOn?: string;
            /** Format: date */
            readonly expectedEndOn?: string;
            /**
             * @description SSDA903 legal status.
             * @example C2
             */
            readonly legalStatus?: string;
            /** @description Number that the placing authority has given the child. */
            readonly localId?: string;
            /** @enum {string} */
            readonly notice: "planned" | "emergency" | "from-return";
            /** @description Id of the placement notice. */
            readonly noticeId: string;
            /**
             * @description SSDA903 placement code.
             * @example U4
             */
            readonly placementType?: string;
            /** @description Authority whose child it is, ONS nine-character code. */
            readonly placingAuthority: string;
            /** @example Croydon */
            readonly placingAuthorityName: string;
            /**
             * @description SSDA903 provider code.
             * @example PR4
             */
            readonly provider?: string;
            /** @description Ofsted unique reference number. */
            readonly providerUrn?: string;
            readonly recordRef?: string;
            /**
             * Format: date-time
             * @description When it said what it did.
             */
            readonly respondedAt?: string;
            /**
             * Format: date
             * @description Since when the child has been placed in the area.
             */
            readonly startsOn: string;
            /**
             * Format: date-time
             * @description When IBEX recorded the notice to your authority.
             */
            readonly toldAt: string;
        };
        readonly PlacedInCount: {
            readonly host: components["schemas"]["HostShown"];
            /** @description Your placements there on that date. */
            readonly placements: number;
        };
        readonly PreviewDto: {
            /** @description Duties of yours, or owed to you, that would begin */
            readonly duties: readonly components["schemas"]["DutyPreviewed"][];
            /** @description What would be recorded; empty where nothing would change */
            readonly facts: readonly components["schemas"]["FactPreviewed"][];
            /** @description Who would be told, each once */
            readonly told: readonly components["schemas"]["RecipientPreviewed"][];
        };
        readonly PreviewOrder: {
            /**
             * @description Name of the action.
             * @example placement/notify
             */
            readonly action: string;
            /** @description The body that the action’s own route takes. */
            readonly body: {
                readonly [key: string]: unknown;
            };
            /** @description The notice that the action is on; left out where it opens one. */
            readonly id?: string;
        };
        readonly Problem: {
            /** @description For programs; never changes its meaning. */
            readonly code: string;
            /** @description What happened, in a sentence. Never holds personal data. */
            readonly detail: string;
            /** @description Every fault of the body. */
            readonly errors?: readonly {
                /** @description What is wrong. */
                readonly detail: string;
                /** @description Path of the field. */
                readonly field: string;
                /** @description What would be right. */
                readonly mend: string;
                /** @description The rule that it breaks. */
                readonly rule: string;
            }[];
            /** @description The field that it is about. */
            readonly field?: string;
            /**
             * Format: uri-reference
             * @description Quote it when you report a fault.
             */
            readonly instance?: string;
            /** @description What you can do about it. */
            readonly mend?: string;
            readonly status: number;
            /** @description The same for every problem of this kind. */
            readonly title: string;
            /**
             * Format: uri-reference
             * @description /problems/<code>
             */
            readonly type: string;
        };
        readonly ProclaimDayDto: {
            /**
             * Format: date
             * @description The day, a London date
             * @example 2026-03-29
             */
            readonly date: string;
            /**
             * @description What it is called
             * @example Coronation
             */
            readonly name: string;
            /** @description By which proclamation or order */
            readonly order: string;
        };
        readonly ProclaimedDayDto: {
            /**
             * Format: date
             * @description The day, a London date
             * @example 2026-03-29
             */
            readonly date: string;
            /**
             * @description What it is called
             * @example Coronation
             */
            readonly name: string;
            /** @description By which proclamation or order */
            readonly order: string;
            /** @description UTC */
            readonly recordedAt: string;
        };
        readonly ProclaimedDaysDto: {
            readonly days: readonly components["schemas"]["ProclaimedDayDto"][];
        };
        readonly ProofDto: {
            /** @description When it was told (UTC) */
            readonly doneAt: string;
            /** @enum {string} */
            readonly means: "secure-email" | "telephone" | "post" | "portal" | "in-person" | "other";
            readonly note?: string;
            /** @description Opaque reference of who put it on record */
            readonly person: string;
            /** @description When this was put on record (UTC) */
            readonly recordedAt: string;
            readonly reference?: string;
            readonly sentBy?: string;
            readonly sentTo?: string;
        };
        readonly ProveKeyDto: {
            /** @description The nonce that the challenge holds, once decrypted */
            readonly nonce: string;
        };
        readonly PutRightDto: {
            /** @description The recall or correction; its own recipients are at its own link */
            readonly factId: string;
            /** @description When it did (UTC) */
            readonly putRightAt?: string;
            /** @description Whether the recipient acknowledged it: put right there too */
            readonly putRightThere: boolean;
            /** @description When it reached the mailbox (UTC) */
            readonly queuedAt: string;
        };
        readonly QueriedDto: {
            /** @description How many of them the sender answered */
            readonly answered: number;
            /** @description How many questions it asked */
            readonly asked: number;
            /** @description Of the last question (UTC) */
            readonly lastAt: string;
        };
        readonly QueryAnswerDto: {
            /** @description The question that you answer */
            readonly queryId: string;
            /** @description Your answer; kept sealed under the record’s key */
            readonly text: string;
        };
        readonly QueryDto: {
            /** @description What you ask the sender; kept sealed under the record’s key */
            readonly text: string;
        };
        readonly QueryRecordedDto: {
            /** @description Id of the question; an answer names it */
            readonly queryId: string;
            /** @description UTC */
            readonly recordedAt: string;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
        };
        readonly RaiseConcernDto: {
            /** @description Areas in which the child is thought to be exploited; each is told */
            readonly areas?: readonly components["schemas"]["ConcernAreaDto"][];
            /** @description The level, where it was assessed */
            readonly assessed?: components["schemas"]["AssessedLevelDto"];
            /** @description People thought to be involved, vehicles, numbers; sealed */
            readonly associates?: string;
            /** @description The child; or give recordRef */
            readonly child?: components["schemas"]["ChildDto"];
            /** @description Whom to ring; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description What the concern is about */
            readonly flags: readonly ("criminal-exploitation" | "county-lines" | "sexual-exploitation" | "trafficking" | "gangs" | "self-harm" | "domestic-abuse" | "substance-misuse" | "mental-health" | "serious-violence" | "harmful-sexual-behaviour" | "fire-setting" | "radicalisation" | "deprivation-of-liberty" | "unaccompanied-asylum-seeking")[];
            /**
             * @description Host authority: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True to say that the host is not known: nobody is told, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /** @description What gave rise to it; sealed */
            readonly narrative?: string;
            /** @description How a referral stands, where one was made */
            readonly nrm?: components["schemas"]["NrmStageDto"];
            /** @description Reference of the referral at the Home Office; sealed */
            readonly nrmReference?: string;
            /** @description Where: addresses, places, routes; sealed */
            readonly places?: string;
            /** @description Police reference; sealed */
            readonly policeReference?: string;
            /**
             * @description Postcode of the address; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /**
             * Format: date
             * @description On which day the child came to notice
             * @example 2026-03-29
             */
            readonly raisedOn: string;
            /** @description The child’s record, as an earlier answer named it */
            readonly recordRef?: string;
            /**
             * @description Authority responsible for the child; left out: your own
             * @example E09000008
             */
            readonly responsibleAuthority?: string;
            /** @description True keeps where the child lives from everyone: that authority is not told */
            readonly restricted?: boolean;
        };
        readonly ReachedShown: {
            /** Format: date-time */
            readonly acknowledgedAt?: string;
            /** Format: date-time */
            readonly deliveredAt?: string;
            /** Format: date-time */
            readonly openedAt?: string;
            /**
             * Format: date-time
             * @description In its mailbox; or when it told IBEX itself.
             */
            readonly toldAt: string;
        };
        readonly ReadListDto: {
            /** @description Cursor of the next page; absent on the last one */
            readonly next?: string;
            /** @description The latest first */
            readonly reads: readonly components["schemas"]["ReadShownDto"][];
        };
        readonly ReadShownDto: {
            /** @description When, UTC */
            readonly at: string;
            /**
             * @description Authority of whoever looked, GSS code
             * @example E09000008
             */
            readonly authority: string;
            /** @example Croydon */
            readonly authorityName: string;
            /** @description What opened the record */
            readonly basis: string;
            /** @description One of several rows of a list */
            readonly inList: boolean;
            /** @description The same list seen again by the same person that day: the last time */
            readonly lastAt?: string;
            /**
             * @description Whose record it is, GSS code
             * @example E09000012
             */
            readonly owner: string;
            /** @description Opaque reference of the person or system; its authority knows who it is */
            readonly person: string;
            /** @example section-47 */
            readonly purpose: string;
            /** @description Opaque reference of the record that was looked at */
            readonly recordRef: string;
            /** @example mash */
            readonly role: string;
            /** @description Where that is laid down */
            readonly source: string;
            /** @description Whether the owner got an entry about it in its mailbox */
            readonly told: boolean;
            /**
             * @description What was looked at
             * @example child-chronology
             */
            readonly what: string;
        };
        readonly RecipientDto: {
            readonly acknowledged?: components["schemas"]["LadderStepDto"];
            /** @description What was done there, oldest first */
            readonly actions?: readonly components["schemas"]["ActionStepDto"][];
            /** @description The clause of a sharing agreement under which it was told; absent where law names it */
            readonly agreement?: {
                readonly [key: string]: unknown;
            };
            /** @example E09000003 */
            readonly authority: string;
            /** @example host */
            readonly capacity: string;
            /** @description Corrections of what this recipient was told */
            readonly corrected?: readonly components["schemas"]["PutRightDto"][];
            readonly delivered?: components["schemas"]["LadderStepDto"];
            /**
             * @description Why it has not left: the recipient wants it sealed, and has no key to seal it to
             * @enum {string}
             */
            readonly heldBecause?: "no-usable-key";
            readonly opened?: components["schemas"]["LadderStepDto"];
            /** @description It asked the sender back */
            readonly queried?: components["schemas"]["QueriedDto"];
            /** @description When it reached the mailbox, or the task was opened (UTC) */
            readonly queuedAt: string;
            /** @description The recall of what this recipient was told */
            readonly recalled?: components["schemas"]["PutRightDto"];
            /** @description Number in the recipient’s mailbox; none for one told by other means */
            readonly sequence?: number;
            /** @description Channels that could not take it */
            readonly setAside?: readonly components["schemas"]["SetAsideDto"][];
            /** @description It did not take the notice on in time */
            readonly silent?: components["schemas"]["SilentDto"];
            /** @enum {string} */
            readonly state: "queued" | "delivered" | "opened" | "acknowledged" | "acted" | "to-be-told" | "told";
            /** @description Task of the sender where the recipient does not read a mailbox here */
            readonly taskId?: string;
            /** @description When it was told by other means (UTC) */
            readonly toldAt?: string;
            /** @example prompt */
            readonly urgency: string;
            /** @description True once the agreement has ended: it can no longer read what it was told */
            readonly withdrawn?: boolean;
        };
        readonly RecipientListDto: {
            readonly recipients: readonly components["schemas"]["RecipientDto"][];
        };
        readonly RecipientPreviewed: {
            /** @description The clause of a sharing agreement; absent where law names it */
            readonly agreement?: {
                readonly [key: string]: unknown;
            };
            /**
             * @description Who would be told, ONS code
             * @example E09000008
             */
            readonly authority: string;
            readonly basis: components["schemas"]["BasisPreviewed"];
            /** @example host */
            readonly capacity: string;
            /** @description What it would be asked to do: text, and dueAt where law gives a number */
            readonly duty?: {
                readonly [key: string]: unknown;
            };
            /** @description False: it reads no mailbox here, and telling it by other means becomes your task */
            readonly member: boolean;
            /** @enum {string} */
            readonly urgency: "urgent" | "prompt" | "routine";
        };
        readonly RedriveAnswerDto: {
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
            /** @description Numbers of the entries that this order sends once more */
            readonly sequences: readonly number[];
        };
        readonly RedriveDto: {
            /** @description Which entries to send once more; all unless told */
            readonly sequences?: readonly number[];
        };
        readonly RelationShownDto: {
            readonly basis: string;
            /** @description UTC */
            readonly from: string;
            /** @example addressee */
            readonly kind: string;
            readonly source: string;
            /** @description UTC; absent while it lasts */
            readonly to?: string;
        };
        readonly ReopenDto: {
            /** @description Opaque reference of the person, as listed */
            readonly person: string;
            /** @description What you found, in your words; kept sealed */
            readonly reason: string;
        };
        readonly ReopenedDto: {
            /** @description Position in the log */
            readonly position: number;
        };
        readonly ReplayAnswerDto: {
            /** @description First entry that is sent again */
            readonly fromSequence: number;
            readonly id: string;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
            /** @description Last entry that is sent again; what comes after it was still to come anyway */
            readonly toSequence: number;
        };
        readonly ReplayDto: {
            /** @description Number of the first mailbox entry to send again; give this or fromTime */
            readonly fromSequence?: number;
            /**
             * Format: date-time
             * @description Send again what reached the mailbox from this moment on; give this or fromSequence
             * @example 2026-03-29T01:30:00+01:00
             */
            readonly fromTime?: string;
        };
        readonly ReportMissingDto: {
            /**
             * @description Authorities in whose areas the child may turn up; each is told
             * @example [
             *       "E09000005"
             *     ]
             */
            readonly areasAtRisk?: readonly string[];
            /** @description The child; or give recordRef */
            readonly child?: components["schemas"]["ChildDto"];
            /** @description How the child came to be missing */
            readonly circumstances?: string;
            /** @description Whom to ring at any hour */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description Looks, clothes, habits, needs, medication; no address */
            readonly description?: string;
            /** @description The end, where the episode is over already */
            readonly end?: components["schemas"]["FoundDto"];
            /** @description Which episode of this child it is, as you count */
            readonly episodeNumberKnownToOwner?: number;
            /**
             * @description From care (a placement) or from home
             * @enum {string}
             */
            readonly from: "care" | "home";
            /**
             * @description Authority where the child was placed: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True: the host is not known; nobody is told there, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /**
             * @description M: whereabouts not known. A: known, but away from the placement without authorisation
             * @enum {string}
             */
            readonly kind: "M" | "A";
            /** @description What is known of risk, in codes */
            readonly known?: components["schemas"]["KnownRiskDto"];
            /** @description People and addresses that the child is known to go to */
            readonly knownAssociates?: string;
            /** @description When the child was last seen, or left */
            readonly lastSeen: components["schemas"]["MomentDto"];
            /** @description Where the child was last seen */
            readonly lastSeenPlace?: string;
            /**
             * @description Legal status, SSDA903 LS
             * @enum {string}
             */
            readonly legalStatus?: "C1" | "C2" | "D1" | "E1" | "V2" | "V3" | "V4" | "L1" | "L2" | "L3" | "J1" | "J2" | "J3";
            /** @description Address of the placement or home */
            readonly placementAddress?: string;
            /**
             * @description Police force that has the case
             * @enum {string}
             */
            readonly policeForce?: "metropolitan" | "city-of-london" | "british-transport" | "avon-and-somerset" | "bedfordshire" | "cambridgeshire" | "cheshire" | "cleveland" | "cumbria" | "derbyshire" | "devon-and-cornwall" | "dorset" | "durham" | "dyfed-powys" | "essex" | "gloucestershire" | "greater-manchester" | "gwent" | "hampshire" | "hertfordshire" | "humberside" | "kent" | "lancashire" | "leicestershire" | "lincolnshire" | "merseyside" | "norfolk" | "north-wales" | "north-yorkshire" | "northamptonshire" | "northumbria" | "nottinghamshire" | "south-wales" | "south-yorkshire" | "staffordshire" | "suffolk" | "surrey" | "sussex" | "thames-valley" | "warwickshire" | "west-mercia" | "west-midlands" | "west-yorkshire" | "wiltshire" | "scotland" | "northern-ireland";
            /**
             * @description Police reference
             * @example 26MIS001234
             */
            readonly policeReference?: string;
            /**
             * @description Postcode of the placement or home; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /** @description The child’s record, as an earlier answer named it */
            readonly recordRef?: string;
            /**
             * Format: date-time
             * @description When the police were told
             * @example 2026-03-29T01:30:00+01:00
             */
            readonly reportedToPoliceAt?: string;
            /**
             * @description Authority responsible for the child; left out: your own
             * @example E09000008
             */
            readonly responsibleAuthority?: string;
            /** @description True keeps the placement from everyone: its host is not told */
            readonly restricted?: boolean;
            /**
             * @description Police grade of risk
             * @enum {string}
             */
            readonly risk?: "no-apparent-risk" | "low" | "medium" | "high";
        };
        readonly ReportNotArrivedDto: {
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly explanation?: string;
            /**
             * Format: date
             * @description Day on which it became known
             * @example 2026-03-29
             */
            readonly learnedOn: string;
            /**
             * @description Where the child is thought to be
             * @enum {string}
             */
            readonly whereabouts: "unknown" | "at-previous-address" | "elsewhere";
        };
        readonly RespondToPlacementDto: {
            /** @description True: you have concerns; say which in the narrative */
            readonly concerns?: boolean;
            /** @description Whom the placing authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly narrative?: string;
            /**
             * Format: date
             * @description When your panel reviews it
             * @example 2026-03-29
             */
            readonly panelReviewOn?: string;
            /**
             * Format: date
             * @description When the risk to the child in your area was assessed
             * @example 2026-03-29
             */
            readonly riskAssessedOn?: string;
        };
        readonly RestrictDto: {
            /**
             * @description Why it is kept from all others
             * @enum {string}
             */
            readonly label: "refuge" | "adoption" | "protected";
            /** @description Why, in your own words; sealed, read by your own authority alone */
            readonly reason: string;
        };
        readonly RestrictionsDto: {
            /** @description In force now */
            readonly labels: readonly components["schemas"]["LabelDto"][];
            readonly recordRef: string;
        };
        readonly ReviewConcernDto: {
            /** @description The level, where the review assessed it */
            readonly level?: components["schemas"]["ExploitationDto"];
            /** @description In words; sealed */
            readonly narrative?: string;
            /**
             * Format: date
             * @description Day of the next review
             * @example 2026-03-29
             */
            readonly nextReviewOn?: string;
            /**
             * Format: date
             * @description Day of the review
             * @example 2026-03-29
             */
            readonly on: string;
            /**
             * @description What was judged of the time since the review before
             * @enum {string}
             */
            readonly outcome: "graver" | "unchanged" | "less-grave" | "not-agreed";
        };
        readonly ReviewDto: {
            /**
             * @description What your authority found
             * @enum {string}
             */
            readonly finding: "justified" | "not-justified";
            /** @description On what that rests; sealed, read by both authorities */
            readonly words: string;
        };
        readonly ReviewFindingDto: {
            /**
             * Format: date-time
             * @description UTC
             */
            readonly at: string;
            /**
             * @description GSS code
             * @example E09000008
             */
            readonly authority: string;
            /** @enum {string} */
            readonly finding: "justified" | "not-justified";
            /** @description Opaque reference of the person */
            readonly person: string;
            /** @description Absent once the record was erased */
            readonly words?: string;
        };
        readonly RevocationDto: {
            /** @description Opaque reference of the person, as its tokens name it (`sub`) */
            readonly person?: string;
            /** @description Why, in your own words; sealed */
            readonly reason: string;
            /** @description Id of one token (`jti`), instead of a person */
            readonly tokenId?: string;
        };
        readonly RevokeKeyDto: {
            /**
             * @description Why
             * @enum {string}
             */
            readonly reason: "compromised" | "lost" | "not-needed-any-more" | "registered-in-error";
        };
        readonly RevokedDto: {
            /** @description Opaque reference of who took it away */
            readonly decidedBy: string;
            /** @description Opaque reference of the person */
            readonly person?: string;
            readonly reason?: string;
            /**
             * Format: date-time
             * @description Since when (UTC)
             */
            readonly since: string;
            /** @description Id of the token */
            readonly tokenId?: string;
        };
        readonly RevokedListDto: {
            /** @description Taken away now, oldest first */
            readonly revocations: readonly components["schemas"]["RevokedDto"][];
        };
        readonly RotateSecretDto: {
            /** @description Hours during which the secrets before it sign too; 24 unless told, 0 ends them at once */
            readonly overlapHours?: number;
            /**
             * @description How a webhook is signed; hmac-sha256 unless told
             * @enum {string}
             */
            readonly signing?: "hmac-sha256" | "ed25519";
        };
        readonly SearchAnswerDto: {
            /** @description Id of the search */
            readonly id: string;
            /** @description Position in the log */
            readonly position: number;
            /** @description Empty: nothing that you may know of */
            readonly results: readonly components["schemas"]["SearchResultDto"][];
        };
        readonly SearchDto: {
            /** @description An NHS number or UPN, or at least three of the others */
            readonly identifiers: components["schemas"]["IdentifiersDto"];
            /**
             * @description What for; on record, and shown to whoever’s record is found
             * @enum {string}
             */
            readonly purpose: "mash-enquiry" | "section-47" | "emergency";
            /** @description Why this child, in your words; kept sealed for your own authority */
            readonly reason: string;
        };
        readonly SearchResultDto: {
            /** @description Names of what is the same; none: found by a link (seen) */
            readonly agreedOn?: readonly string[];
            /** @example E09000012 */
            readonly authority: string;
            /** @example Hackney */
            readonly authorityName: string;
            /** @description How its multi-agency hub is reached (known-to) */
            readonly contact?: string;
            /**
             * @description known-to: only that the authority knows the child
             * @enum {string}
             */
            readonly kind: "seen" | "known-to";
            /** @description Number of the result; with it, for a day, you may open it in an emergency */
            readonly n: number;
            /** @description Opaque reference of the record (seen) */
            readonly recordRef?: string;
            /** @description What opens it to you (seen) */
            readonly relations?: readonly components["schemas"]["RelationShownDto"][];
            /**
             * @description As whom you see it (seen)
             * @enum {string}
             */
            readonly sight?: "owner" | "addressee" | "grant";
        };
        readonly SecretDto: {
            readonly id: string;
            /** @description What you verify with, for ed25519 */
            readonly publicKey?: string;
            /**
             * @example hmac-sha256
             * @enum {string}
             */
            readonly scheme: "hmac-sha256" | "ed25519";
            /** @description UTC; until then it signs too. Absent for the newest */
            readonly signsUntil?: string;
        };
        readonly SetAsideDto: {
            /** @description UTC */
            readonly at: string;
            /** @description Channel that will never take it; it is in the mailbox all the same */
            readonly channel: string;
        };
        readonly SetAsidePageDto: {
            /** @description A page may be shorter than its limit; follow `next` */
            readonly items: readonly components["schemas"]["SetAsideRecordDto"][];
            /** @description Cursor of the next page; absent on the last */
            readonly next?: string;
            /** @description Up to where the matcher has read the log; -1: it has not begun */
            readonly position: number;
            /** @description Whether that is all that there is */
            readonly upToDate: boolean;
        };
        readonly SetAsideRecordDto: {
            /** @enum {string} */
            readonly because: "too-little" | "too-alike" | "near-a-crowd";
            /**
             * @description What you told of who the child is: case number, names, date of birth
             * @example {
             *       "forename": "Unknown",
             *       "localId": "LS-104233",
             *       "surname": "Unknown"
             *     }
             */
            readonly child: {
                readonly [key: string]: string;
            };
            /** @description What you can do about it */
            readonly mend: string;
            /** @description Opaque reference of your record */
            readonly recordRef: string;
            /** @description Why it is not matched as others are */
            readonly why: string;
        };
        readonly SightingDto: {
            /**
             * @description Authority in whose area; it is told
             * @example E09000008
             */
            readonly area?: string;
            /** @description In words; sealed */
            readonly narrative?: string;
            /** @description Where; sealed */
            readonly place?: string;
            /** @description When the child was seen */
            readonly when: components["schemas"]["MomentDto"];
        };
        readonly SignatureDto: {
            /** @description Your name, as the other parties are to read it; kept sealed */
            readonly name: string;
            /** @description Your position, e.g. Caldicott Guardian; kept sealed */
            readonly position?: string;
            /** @description Number of the version that you have read */
            readonly version: number;
        };
        readonly SignedDto: {
            /** @description When it was signed off (UTC) */
            readonly at: string;
            /**
             * @description GSS code
             * @example E09000008
             */
            readonly authority: string;
            /** @description Name as given; absent once it was erased */
            readonly name?: string;
            /** @description Opaque reference of the person */
            readonly person: string;
            readonly position?: string;
            /** @example governance */
            readonly role: string;
        };
        readonly SilentDto: {
            /** @description When the limit of its urgency had passed (UTC) */
            readonly limitAt: string;
            /** @description When it was found (UTC) */
            readonly recordedAt: string;
            /** @enum {string} */
            readonly silence: "not-delivered" | "not-acknowledged";
        };
        readonly StandingDto: {
            /** @description Who of yours took it on */
            readonly acknowledged?: components["schemas"]["TouchedDto"];
            /** @description What yours did about it, oldest first */
            readonly actions: readonly components["schemas"]["DoneDto"][];
            /** @description How often the sender answered */
            readonly answered: number;
            /** @description How often yours asked the sender back */
            readonly asked: number;
            /** @description Stream of the notice; none once it was withdrawn */
            readonly notice?: string;
            /** @description Who of yours looked at the detail first */
            readonly opened?: components["schemas"]["TouchedDto"];
            /** @description Number in your mailbox */
            readonly sequence: number;
            /** @description The sharing agreement that opened it has ended */
            readonly withdrawn?: boolean;
        };
        readonly StandingPageDto: {
            /** @description Number of the newest entry */
            readonly head: number;
            /** @description Oldest first */
            readonly items: readonly components["schemas"]["StandingDto"][];
        };
        readonly StayShown: {
            /** Format: date */
            readonly endedOn?: string;
            readonly host: components["schemas"]["HostShown"];
            /** Format: date */
            readonly startsOn: string;
        };
        readonly StepDto: {
            /** @description Minutes after the duty became late */
            readonly afterMinutes: number;
            /**
             * @description Desk that is told
             * @example team-manager
             */
            readonly desk: string;
        };
        readonly StepShown: {
            /** @description Whose mailbox it was, ONS nine-character code. */
            readonly authority: string;
            /** @example Croydon */
            readonly authorityName: string;
            /**
             * @description What was done, as a code.
             * @example visited
             */
            readonly detail?: string;
        };
        readonly StrategyDiscussionDto: {
            /** @description In words; sealed */
            readonly narrative?: string;
            /**
             * @description What set it off
             * @enum {string}
             */
            readonly trigger: "repeat-episodes" | "length-of-absence" | "significant-harm" | "exploitation" | "other";
            /** @description When it was held */
            readonly when: components["schemas"]["MomentDto"];
        };
        readonly SubmissionAnswerBody: {
            /** @description Types of the facts recorded. */
            readonly facts: readonly string[];
            /** @description Id of the notice; later actions name it in their path. */
            readonly id: string;
            /** @description Position in the log; ask a view with atLeast=<position> to read your own write. */
            readonly position: number;
            /** @description Signed receipt (compact JWS) that proves what was recorded and when. */
            readonly receipt: string;
            /** @description Opaque reference of the child’s record. */
            readonly recordRef?: string;
            /**
             * Format: date-time
             * @description When IBEX recorded it, UTC.
             */
            readonly recordedAt: string;
            /** @description True when this Idempotency-Key was recorded before: the same answer again. */
            readonly repeated: boolean;
        };
        readonly SubscriptionAnswerDto: {
            /** @description Types of the facts recorded. */
            readonly facts: readonly string[];
            /** @description Id of the notice; later actions name it in their path. */
            readonly id: string;
            /** @description Position in the log; ask a view with atLeast=<position> to read your own write. */
            readonly position: number;
            /** @description Signed receipt (compact JWS) that proves what was recorded and when. */
            readonly receipt: string;
            /** @description Opaque reference of the child’s record. */
            readonly recordRef?: string;
            /**
             * Format: date-time
             * @description When IBEX recorded it, UTC.
             */
            readonly recordedAt: string;
            /** @description True when this Idempotency-Key was recorded before: the same answer again. */
            readonly repeated: boolean;
            /** @description Absent when this is the answer again */
            readonly secret?: components["schemas"]["NewSecretDto"];
        };
        readonly SubscriptionDto: {
            /** @description On channels that gather entries: how often they are brought out */
            readonly cadence?: components["schemas"]["CadenceDto"];
            /** @enum {string} */
            readonly channel: "bus" | "webhook" | "event-stream" | "pull-feed" | "email-digest" | "file-drop";
            /** @description Desk that is to act on what comes */
            readonly desk?: string;
            readonly filter: components["schemas"]["FilterDto"];
            /**
             * @description Nothing is sent, since none of your keys can be sealed to; the entries wait, thin in the inbox
             * @enum {string}
             */
            readonly heldBecause?: "no-usable-key";
            readonly id: string;
            readonly name: string;
            /** @description UTC */
            readonly openedAt: string;
            /**
             * @description receiver-gone: your receiver answered that it wants nothing more; resume when it does
             * @enum {string}
             */
            readonly pausedBecause?: "maintenance" | "fault-at-our-end" | "not-needed-now" | "other" | "receiver-gone";
            /** @description UTC; it goes on by itself then. Absent: when somebody resumes it */
            readonly pausedUntil?: string;
            /** @enum {string} */
            readonly payload: "thin" | "sealed";
            /** @description Grows with each change */
            readonly revision: number;
            /** @description Number of the mailbox entry after which it began */
            readonly startsAfter: number;
            /** @enum {string} */
            readonly state: "live" | "paused" | "closed";
            /** @description Where it sends */
            readonly target?: string;
            /** @description Absent while your receiver does well */
            readonly trouble?: components["schemas"]["TroubleDto"];
            /** @description Who said that urgent notices may stay away from it */
            readonly urgentMayBeHiddenBy?: components["schemas"]["ConfirmationDto"];
        };
        readonly SubscriptionListDto: {
            readonly subscriptions: readonly components["schemas"]["SubscriptionDto"][];
        };
        readonly SupplyInformationDto: {
            /** @description Whom the host can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly narrative?: string;
            /** @description What the host has been given now */
            readonly supplied: readonly ("care-plan" | "assessment")[];
            /**
             * Format: date
             * @description When the host was told in writing outside the exchange, if it was
             * @example 2026-03-29
             */
            readonly toldByOtherMeansOn?: string;
        };
        readonly SupplyMoveInformationDto: {
            /** @description True: this completes the written information. Some protocols count from here */
            readonly complete: boolean;
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly explanation?: string;
            /** @description What was supplied */
            readonly kinds: readonly ("assessment" | "plan" | "conference-minutes" | "chronology" | "family-details" | "pre-birth-plan" | "section-47-record" | "summary" | "other")[];
            /**
             * Format: date
             * @description Day on which the receiving authority got it
             * @example 2026-03-29
             */
            readonly suppliedOn: string;
        };
        readonly TaskDoneAnswerDto: {
            /** @description UTC */
            readonly doneAt: string;
            readonly id: string;
            /** @enum {string} */
            readonly means: "secure-email" | "telephone" | "post" | "portal" | "in-person" | "other";
            /** @description Position in the log */
            readonly position: number;
            /** @description True when this is the first answer again */
            readonly repeated: boolean;
        };
        readonly TaskDoneDto: {
            /**
             * Format: date-time
             * @description When it was told
             * @example 2026-03-29T01:30:00+01:00
             */
            readonly doneAt: string;
            /**
             * @description How the authority was told
             * @enum {string}
             */
            readonly means: "secure-email" | "telephone" | "post" | "portal" | "in-person" | "other";
            /** @description Anything else; kept sealed */
            readonly note?: string;
            /** @description What proves it: number of the recorded post, id of the message, reference of the call; kept sealed */
            readonly reference?: string;
            /** @description Who sent it or rang, by name; kept sealed */
            readonly sentBy?: string;
            /** @description To whom: desk, address, number; kept sealed */
            readonly sentTo?: string;
        };
        readonly TaskDto: {
            /** @example host */
            readonly capacity: string;
            /** @description How often what was said of the telling was put right */
            readonly corrections?: number;
            /** @description UTC */
            readonly doneAt?: string;
            /** @description UTC; absent where law gives no number */
            readonly dueAt?: string;
            readonly id: string;
            /** @description The ready letter, the notice, and where a recipient that has joined stands with it */
            readonly links: Record<string, never>;
            /** @enum {string} */
            readonly means?: "secure-email" | "telephone" | "post" | "portal" | "in-person" | "other";
            /**
             * @description Message that a member would have got
             * @example uk.ibex.placement.notified
             */
            readonly message: string;
            /** @description UTC */
            readonly openedAt: string;
            /** @description True while open once its date, or else the service target, has passed */
            readonly overdue: boolean;
            /** @description Whether a reference of the sending is on record */
            readonly proven?: boolean;
            /**
             * @description GSS code of the authority to be told
             * @example E10000016
             */
            readonly recipient: string;
            /** @example Kent */
            readonly recipientName: string;
            /** @description Opaque reference of the record */
            readonly recordRef?: string;
            /**
             * @description joined: the recipient reads its mailbox by now and finds the notice there
             * @enum {string}
             */
            readonly state: "open" | "done" | "joined";
            /** @description UTC; service target of the exchange where law gives no number */
            readonly targetAt?: string;
            /** @description GSS codes to tell instead, where the recipient was abolished */
            readonly tellInstead?: readonly string[];
            /** @example prompt */
            readonly urgency: string;
        };
        readonly TaskListDto: {
            /** @description Cursor of the next page; absent on the last one */
            readonly next?: number;
            readonly tasks: readonly components["schemas"]["TaskDto"][];
        };
        readonly TermsDto: {
            /** @description What is told to whom */
            readonly clauses: readonly components["schemas"]["ClauseDto"][];
            /**
             * Format: date
             * @description First day, London date
             * @example 2026-03-29
             */
            readonly from: string;
            /** @description Legal gateway and basis, e.g. Children Act 2004 s11, UK GDPR art 6(1)(e) */
            readonly legalBasis: string;
            /** @description GSS codes of all parties, your own among them */
            readonly parties: readonly string[];
            /** @description What it is for */
            readonly purpose: string;
            /** @description What the parties call it; part of the basis that every entry shows */
            readonly title: string;
            /**
             * Format: date
             * @description Last day, London date; agree again before it is over
             * @example 2026-03-29
             */
            readonly to: string;
        };
        readonly TestFilterDto: {
            /** @description The filter to try out */
            readonly filter: components["schemas"]["FilterDto"];
            /** @description How many of your latest entries to look at; 100 unless told */
            readonly last?: number;
        };
        readonly TestSubscriptionDto: {
            /** @description How many of your latest entries to look at; 100 unless told */
            readonly last?: number;
        };
        readonly TestedEntryDto: {
            /** @example host */
            readonly capacity: string;
            /** @description GSS code of the sender */
            readonly from: string;
            /** @description Parts of the filter that hold it back */
            readonly heldBackBy: readonly ("types" | "directions" | "capacities" | "urgencies" | "ages" | "categories")[];
            /** @example uk.ibex.placement.notified */
            readonly message: string;
            readonly passes: boolean;
            /** @description UTC */
            readonly recordedAt: string;
            readonly sequence: number;
            /** @example prompt */
            readonly urgency: string;
        };
        readonly ThreadDto: {
            /** @description Oldest first */
            readonly messages: readonly components["schemas"]["ThreadMessageDto"][];
        };
        readonly ThreadMessageDto: {
            /** @description UTC */
            readonly at: string;
            /**
             * @description GSS code
             * @example E09000008
             */
            readonly by: string;
            /** @enum {string} */
            readonly kind: "question" | "answer";
            /** @description Opaque reference of the person or system */
            readonly person: string;
            readonly queryId: string;
            readonly role: string;
            /** @description Absent once the record was erased */
            readonly text?: string;
        };
        readonly ToldReach: {
            /** @description Somebody there has taken it on, or acted on it. */
            readonly acknowledged: number;
            /** @description Reached a system or a person there. */
            readonly delivered: number;
            /** @description Somebody there has looked at the detail. */
            readonly opened: number;
            /** @description Reads no mailbox here and is still to be told by other means: your task. */
            readonly toTell: number;
            /** @description Recipients in all, however they are told. */
            readonly told: number;
            /** @description Reads no mailbox here and was told by other means. */
            readonly toldOtherwise: number;
            /** @description Lies in its mailbox, and nobody there has fetched it. */
            readonly waiting: number;
        };
        readonly ToldShown: {
            /** @description Who was told, ONS nine-character code. */
            readonly authority: string;
            /** @example Croydon */
            readonly authorityName: string;
            /** @description Why it was told, in words. */
            readonly basis: string;
            /** @description The provision or agreement on which it was told. */
            readonly basisSource: string;
            /**
             * @description As whom it was told.
             * @example host
             */
            readonly capacity: string;
            /** @example routine */
            readonly urgency: string;
        };
        readonly TouchedDto: {
            /** @description UTC */
            readonly at: string;
            /** @description Opaque reference of the person or system */
            readonly person: string;
            /** @example duty-desk */
            readonly role: string;
        };
        readonly TrendArea: {
            /** @description ONS nine-character code, or london for the sum over its authorities. */
            readonly area: string;
            /** @description The same total, divided. Rounded one by one, so it may not add up. */
            readonly cells: readonly components["schemas"]["TrendCell"][];
            /** @description Rounded to the nearest 5; absent where it is suppressed. */
            readonly count?: number;
            /** @example Croydon */
            readonly name: string;
            /** @enum {string} */
            readonly suppressed?: "c";
        };
        readonly TrendCell: {
            /**
             * @description Month, code of a sex, age band, ethnic group or outcome.
             * @example 2026-01
             */
            readonly category: string;
            /** @description Rounded to the nearest 5; absent where it is suppressed. */
            readonly count?: number;
            /**
             * @description Suppressed: small, or protecting one that is.
             * @enum {string}
             */
            readonly suppressed?: "c";
        };
        readonly TrendQuarter: {
            readonly areas: readonly components["schemas"]["TrendArea"][];
            /** @example 2026-Q1 */
            readonly quarter: string;
        };
        readonly TrendsAnswer: {
            /** @enum {string} */
            readonly by: "month" | "sex" | "age" | "ethnicity" | "outcome";
            /** @description How counts are protected. */
            readonly method: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description Quarters that are over, the oldest first; two years at most. */
            readonly quarters: readonly components["schemas"]["TrendQuarter"][];
            /** @description What is counted, and what the outcomes are. */
            readonly says: string;
            readonly title: string;
            /** @enum {string} */
            readonly topic: "missing" | "placements-out" | "placements-in";
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly TroubleDto: {
            /** @description Failed tries in a row, when last noted */
            readonly attempts: number;
            /** @description UTC; when this was last noted */
            readonly notedAt: string;
            /** @example webhook/timed-out */
            readonly reason: string;
            /** @description UTC; nothing was taken since */
            readonly since: string;
            /** @description Entries that waited, when last noted */
            readonly waiting: number;
        };
        readonly UnlinkDto: {
            /** @description Why the link was wrong; kept sealed, read by the owners of the two records */
            readonly reason: string;
        };
        readonly UpdateConcernDto: {
            /** @description Further areas; each gets the whole notice */
            readonly areas?: readonly components["schemas"]["ConcernAreaDto"][];
            /** @description People thought to be involved, vehicles, numbers; sealed */
            readonly associates?: string;
            /** @description Whom to ring; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description What the concern is about */
            readonly flags?: readonly ("criminal-exploitation" | "county-lines" | "sexual-exploitation" | "trafficking" | "gangs" | "self-harm" | "domestic-abuse" | "substance-misuse" | "mental-health" | "serious-violence" | "harmful-sexual-behaviour" | "fire-setting" | "radicalisation" | "deprivation-of-liberty" | "unaccompanied-asylum-seeking")[];
            /**
             * @description Host authority: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode
             * @example E09000008
             */
            readonly host?: string;
            /** @description True to say that the host is not known: nobody is told, and finding out stays your task */
            readonly hostUnknown?: boolean;
            /** @description What gave rise to it; sealed */
            readonly narrative?: string;
            /** @description Reference of the referral at the Home Office; sealed */
            readonly nrmReference?: string;
            /** @description Where: addresses, places, routes; sealed */
            readonly places?: string;
            /** @description Police reference; sealed */
            readonly policeReference?: string;
            /**
             * @description Postcode of the address; sealed
             * @example CR0 1EA
             */
            readonly postcode?: string;
            /** @description True keeps where the child lives from everyone: that authority is not told */
            readonly restricted?: boolean;
        };
        readonly UpdateMissingDto: {
            /**
             * @description Authorities in whose areas the child may turn up; each is told
             * @example [
             *       "E09000005"
             *     ]
             */
            readonly areasAtRisk?: readonly string[];
            /** @description How the child came to be missing */
            readonly circumstances?: string;
            /** @description Whom to ring at any hour */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description Looks, clothes, habits, needs, medication; no address */
            readonly description?: string;
            /**
             * @description M: whereabouts not known. A: known, but away from the placement without authorisation
             * @enum {string}
             */
            readonly kind?: "M" | "A";
            /** @description What is known of risk, in codes */
            readonly known?: components["schemas"]["KnownRiskDto"];
            /** @description People and addresses that the child is known to go to */
            readonly knownAssociates?: string;
            /** @description Where the child was last seen */
            readonly lastSeenPlace?: string;
            /** @description Address of the placement or home */
            readonly placementAddress?: string;
            /**
             * @description Police force that has the case
             * @enum {string}
             */
            readonly policeForce?: "metropolitan" | "city-of-london" | "british-transport" | "avon-and-somerset" | "bedfordshire" | "cambridgeshire" | "cheshire" | "cleveland" | "cumbria" | "derbyshire" | "devon-and-cornwall" | "dorset" | "durham" | "dyfed-powys" | "essex" | "gloucestershire" | "greater-manchester" | "gwent" | "hampshire" | "hertfordshire" | "humberside" | "kent" | "lancashire" | "leicestershire" | "lincolnshire" | "merseyside" | "norfolk" | "north-wales" | "north-yorkshire" | "northamptonshire" | "northumbria" | "nottinghamshire" | "south-wales" | "south-yorkshire" | "staffordshire" | "suffolk" | "surrey" | "sussex" | "thames-valley" | "warwickshire" | "west-mercia" | "west-midlands" | "west-yorkshire" | "wiltshire" | "scotland" | "northern-ireland";
            /**
             * @description Police reference
             * @example 26MIS001234
             */
            readonly policeReference?: string;
            /**
             * Format: date-time
             * @description When the police were told
             * @example 2026-03-29T01:30:00+01:00
             */
            readonly reportedToPoliceAt?: string;
            /**
             * @description Police grade of risk
             * @enum {string}
             */
            readonly risk?: "no-apparent-risk" | "low" | "medium" | "high";
        };
        readonly VersionDto: {
            /** @description GSS codes of the parties that still have to sign it */
            readonly awaiting: readonly string[];
            /** @description What is told to whom */
            readonly clauses: readonly components["schemas"]["ClauseDto"][];
            /**
             * Format: date
             * @description First day, London date
             * @example 2026-03-29
             */
            readonly from: string;
            /** @description Legal gateway and basis, e.g. Children Act 2004 s11, UK GDPR art 6(1)(e) */
            readonly legalBasis: string;
            /** @description GSS codes of all parties, your own among them */
            readonly parties: readonly string[];
            /** @description UTC */
            readonly proposedAt: string;
            /** @description GSS code of the party that proposed it */
            readonly proposedBy: string;
            /** @description What it is for */
            readonly purpose: string;
            /** @description Who signed it off, and when */
            readonly signatures: readonly components["schemas"]["SignedDto"][];
            /** @description What the parties call it; part of the basis that every entry shows */
            readonly title: string;
            /**
             * Format: date
             * @description Last day, London date; agree again before it is over
             * @example 2026-03-29
             */
            readonly to: string;
            /** @description Counts 1, 2, 3 … */
            readonly version: number;
        };
        readonly ViewsBody: {
            /** @description Everything that follows the log, views among them */
            readonly followers: readonly components["schemas"]["FollowerBody"][];
            /** @description Position of the last fact in the log when this was asked; 0 while it is empty */
            readonly head: number;
            /** @description Names that can be rebuilt */
            readonly views: readonly string[];
        };
        readonly WhatWeToldAnswer: {
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            /** @description What was told last comes first. */
            readonly items: readonly components["schemas"]["WhatWeToldLine"][];
            /** @description Cursor of the next page; absent on the last one. */
            readonly next?: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly WhatWeToldLine: {
            /** @description Of your own records; absent once the record was erased. */
            readonly child?: components["schemas"]["ChildShown"];
            /** @description What was told; its recipients are at /v1/notices/{factId}/recipients. */
            readonly factId: string;
            /** @example PlacementNotified */
            readonly kind: string;
            /** @description Stream of the notice, e.g. placement-<id>. */
            readonly notice: string;
            /** @description Id of the notice, as its routes take it. */
            readonly noticeId: string;
            /**
             * @description Notification type.
             * @example placement
             */
            readonly notification: string;
            /** @description When it is claimed to have happened, instant or London date. */
            readonly occurredAt: string;
            /** @description Whom it reached, and how far. */
            readonly reach: components["schemas"]["ToldReach"];
            /** @description Authority whose record of the child it is, ONS nine-character code. */
            readonly recordOwner: string;
            readonly recordRef?: string;
            /** @description When it was told, UTC. */
            readonly recordedAt: string;
            /**
             * @description In which role somebody of yours told it.
             * @example placing-practitioner
             */
            readonly role: string;
            /**
             * @description open: as it was told, and the notice goes on. over: as it was told, and what it was about has ended. corrected: put right since. recalled: the notice was taken back.
             * @enum {string}
             */
            readonly state: "open" | "over" | "corrected" | "recalled";
            /**
             * @description In words.
             * @example Placement notified
             */
            readonly title: string;
        };
        readonly WhereaboutsDto: {
            /** @description What the notice holds, oldest first */
            readonly facts: readonly components["schemas"]["GuardedFactDto"][];
            /** @description Where the child’s home is, as last told */
            readonly homePostcode?: string;
            readonly recordRef: string;
        };
        readonly WithdrawConcernDto: {
            /**
             * @description Why it is recalled
             * @enum {string}
             */
            readonly because: "posted-in-error" | "wrong-child" | "duplicate" | "unfounded";
            /** @description In words; sealed */
            readonly narrative?: string;
        };
        readonly WithdrawMissingDto: {
            /**
             * @description Why it is recalled
             * @enum {string}
             */
            readonly because: "posted-in-error" | "wrong-child" | "duplicate" | "not-missing";
            /** @description In words; sealed */
            readonly narrative?: string;
        };
        readonly WithdrawMoveDto: {
            /** @description Whom the other authority can reach; sealed */
            readonly contacts?: components["schemas"]["ContactsDto"];
            /** @description In words; sealed */
            readonly explanation?: string;
            /**
             * @description Why the notice is recalled
             * @enum {string}
             */
            readonly reason: "posted-in-error" | "wrong-child" | "wrong-authority" | "address-to-be-restricted" | "move-did-not-happen";
        };
        readonly WithdrawPlacementDto: {
            /** @description In words; sealed */
            readonly narrative?: string;
            /**
             * @description Why it was posted in error
             * @enum {string}
             */
            readonly reason: "wrong-child" | "duplicate" | "did-not-happen" | "own-area" | "other";
        };
        readonly WorklistAnswer: {
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            readonly items: readonly components["schemas"]["WorklistLine"][];
            /** @enum {string} */
            readonly name: "missing-ours" | "missing-here" | "missing-heading-here" | "placed-here-unacknowledged" | "not-risk-assessed" | "duties-due" | "owed-to-us-late" | "transfers-stuck" | "links-to-review";
            /** @description Cursor of the next page; absent on the last one. */
            readonly next?: string;
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description What stands on it. */
            readonly says: string;
            /** @enum {string} */
            readonly sort: "since" | "due" | "days-to-18" | "episodes-in-90-days";
            readonly title: string;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
        readonly WorklistCount: {
            /** @description Lines on it for your authority now. */
            readonly lines: number;
            /** @enum {string} */
            readonly name: "missing-ours" | "missing-here" | "missing-heading-here" | "placed-here-unacknowledged" | "not-risk-assessed" | "duties-due" | "owed-to-us-late" | "transfers-stuck" | "links-to-review";
            /** @description What stands on it. */
            readonly says: string;
            /** @example Missing now: placed here */
            readonly title: string;
        };
        readonly WorklistLine: {
            /** @description Absent once the record was erased. */
            readonly child?: components["schemas"]["ChildShown"];
            /** @description London days since then. */
            readonly days: number;
            /** @description Days until the child turns eighteen, negative after it. */
            readonly daysTo18?: number;
            /** @description Late from this instant on, UTC. */
            readonly dueAt?: string;
            /** @description Missing episodes in the last 90 days that your authority was told of. */
            readonly episodesIn90Days: number;
            /** @description The date is a service target: law gives none. */
            readonly isTarget?: boolean;
            /**
             * @description Key of the duty, or episode.
             * @example acknowledge-1
             */
            readonly item: string;
            /** @example acknowledge */
            readonly kind: string;
            /** @description Past its date now. */
            readonly late: boolean;
            /** @description Stream of the notice, e.g. placement-<id>. */
            readonly notice: string;
            /**
             * @description Notification type.
             * @example placement
             */
            readonly notification: string;
            /** @description The other side of it, ONS nine-character code. */
            readonly other?: string;
            /** @example Croydon */
            readonly otherName?: string;
            /** @description Authority whose record of the child it is, ONS nine-character code. */
            readonly owner: string;
            /** @example Camden */
            readonly ownerName: string;
            readonly recordRef?: string;
            /** @description Kept from everyone but those who keep the notice. */
            readonly restricted: boolean;
            /** @description Date or instant from which it counts. */
            readonly since: string;
            /** @description What is to be done. */
            readonly text?: string;
        };
        readonly WorklistsAnswer: {
            /** @description How those post whose postings the answer depends on: who has fallen silent is named first. */
            readonly completeness: components["schemas"]["CompletenessShown"];
            readonly items: readonly components["schemas"]["WorklistCount"][];
            /** @description Position in the log up to which this view had read every fact. */
            readonly position: number;
            /** @description False while facts recorded before this answer are still on their way into the view. */
            readonly upToDate: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly "Grants.end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Grants.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GrantReviewListDto"];
                };
            };
        };
    };
    readonly "Grants.review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReviewDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Revocations.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevokedListDto"];
                };
            };
        };
    };
    readonly "Revocations.revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevocationDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Revocations.lift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevocationDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Agreements.list": {
        readonly parameters: {
            readonly query?: {
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In the order in which you became a party. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AgreementListDto"];
                };
            };
        };
    };
    readonly "Agreements.propose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TermsDto"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Agreements.one": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AgreementDto"];
                };
            };
        };
    };
    readonly "Agreements.amend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TermsDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Agreements.end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LeavingDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Agreements.sign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SignatureDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Agreements.leave": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LeavingDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Areas.find": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FindAreasDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FoundAreasDto"];
                };
            };
        };
    };
    readonly "Authorities.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthorityListDto"];
                };
            };
        };
    };
    readonly "Keys.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["KeysDto"];
                };
            };
        };
    };
    readonly "Keys.offer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OfferKeyDto"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["KeyOfferedDto"];
                };
            };
        };
    };
    readonly "Keys.prove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly kid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProveKeyDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["KeyChangedDto"];
                };
            };
        };
    };
    readonly "Keys.revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly kid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevokeKeyDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["KeyChangedDto"];
                };
            };
        };
    };
    readonly "Batches.submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Batch"];
            };
        };
        readonly responses: {
            /** @description One answer per command, in the order of the commands. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "Calendar.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProclaimedDaysDto"];
                };
            };
        };
    };
    readonly "Calendar.proclaim": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProclaimDayDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DayAnswerDto"];
                };
            };
        };
    };
    readonly "Chronology.find": {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page begins: `next` of the page before. */
                readonly cursor?: string;
                /** @description Rows per page; 100 unless told. */
                readonly limit?: number;
                /** @description What had been recorded by that moment, links and identity included. You see what you may see today. */
                readonly asKnownAt?: string;
                /** @description Instead: what had reached that authority by then. Your own, or another where the record is yours. */
                readonly knownTo?: string;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly recordRef: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened, the oldest first. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChronologyAnswer"];
                };
            };
        };
    };
    readonly "RiskPicture.find": {
        readonly parameters: {
            readonly query?: {
                /** @description What had been recorded by that moment, links and identity included. You see what you may see today. */
                readonly asKnownAt?: string;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly recordRef: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every indicator, always in the same order. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PictureAnswer"];
                };
            };
        };
    };
    readonly "Clocks.page": {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before */
                readonly cursor?: string;
                /** @description Clocks per page; 100 unless told */
                readonly limit?: number;
                /** @description Only clocks of this notice, by its stream */
                readonly notice?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClockPageDto"];
                };
            };
        };
    };
    readonly "Clocks.pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PauseDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClockChangedDto"];
                };
            };
        };
    };
    readonly "Clocks.resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClockChangedDto"];
                };
            };
        };
    };
    readonly "Decisions.list": {
        readonly parameters: {
            readonly query?: {
                /** @description Only about this record */
                readonly recordRef?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DecisionListDto"];
                };
            };
        };
    };
    readonly "Decisions.decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NotToShareDto"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Desks.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DesksShownDto"];
                };
            };
        };
    };
    readonly "Desks.name": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeskDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeskChangedDto"];
                };
            };
        };
    };
    readonly "Desks.escalate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EscalationDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeskChangedDto"];
                };
            };
        };
    };
    readonly "Duties.find": {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page begins: `next` of the page before. */
                readonly cursor?: string;
                /** @description Rows per page; 100 unless told. */
                readonly limit?: number;
                /** @description open: not met and not yet past its date. late: not met and past it. met: done, in time or not. All unless told. */
                readonly state?: "open" | "late" | "met" | "all";
                /** @description Duties that your authority owes (unless told), that others owe to it, or both. */
                readonly scope?: "owed-by-us" | "owed-to-us" | "either";
                /** @description Only duties of this notice, by its stream. */
                readonly notice?: string;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Duties, what is due first comes first. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DutiesAnswer"];
                };
            };
        };
    };
    readonly "Exploitation.raise": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RaiseConcernDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Exploitation.acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcknowledgeConcernDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Exploitation.assess": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AssessLevelDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Exploitation.close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CloseConcernDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Exploitation.correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectConcernDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Exploitation.nrmStage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MoveNrmStageDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Exploitation.review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReviewConcernDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Exploitation.update": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateConcernDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Exploitation.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WithdrawConcernDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Inbox.pull": {
        readonly parameters: {
            readonly query?: {
                /** @description Number of the last entry that you have; 0 for none. It tells the senders that everything up to it was delivered. */
                readonly after?: number;
                /** @description Entries per answer; 100 unless told */
                readonly limit?: number;
                /** @description Seconds to wait for an entry when there is none yet; 0 unless told */
                readonly wait?: number;
                /** @description thin unless told; sealed: each entry with its detail as JWE to your authority’s key, as its link would answer now */
                readonly payload?: "thin" | "sealed";
                /** @description Id of an open subscription of yours on this very channel: what its filter holds back is left out. Its cursor is its own: it says nothing of what was left out */
                readonly subscription?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InboxPageDto"];
                };
            };
        };
    };
    readonly "Standing.page": {
        readonly parameters: {
            readonly query?: {
                /** @description Number of the entry before the first that you ask about; unlike in the inbox it says nothing */
                readonly after?: number;
                /** @description Entries per answer; 100 unless told. Of a single one the answer is of this very moment */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StandingPageDto"];
                };
            };
        };
    };
    readonly "EventStream.stream": {
        readonly parameters: {
            readonly query?: {
                /** @description Id of an open subscription of yours on this very channel: what its filter holds back is left out. Its cursor is its own: it says nothing of what was left out */
                readonly subscription?: string;
                /** @description thin unless told; sealed: each entry with its detail as JWE to your authority’s key, as its link would answer now */
                readonly payload?: "thin" | "sealed";
                /** @description As Last-Event-ID, for clients that cannot send a header first; the header wins */
                readonly after?: number;
            };
            readonly header?: {
                /** @description Number of the last entry that you have */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "Acknowledgement.acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly sequence: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcknowledgementDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AcknowledgedDto"];
                };
            };
        };
    };
    readonly "Actions.act": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly sequence: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ActionDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ActionAnswerDto"];
                };
            };
        };
    };
    readonly "Actions.ask": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly sequence: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["QueryDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QueryRecordedDto"];
                };
            };
        };
    };
    readonly "Links.correction": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CorrectionDto"];
                };
            };
        };
    };
    readonly "Marks.forbid": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ForbiddingDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Links.review": {
        readonly parameters: {
            readonly query?: {
                /** @description What stands so: `proposed` (usual) waits for a person, `second-person` for a second one */
                readonly state?: "proposed" | "linked" | "apart" | "forbidden" | "withdrawn" | "second-person";
                /** @description Only what you yourself said last */
                readonly mine?: boolean;
                /** @description `next` of the page before */
                readonly cursor?: string;
                /** @description Pairs per page; 50 unless told */
                readonly limit?: number;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page; follow `next`. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LinkCasesDto"];
                };
            };
        };
    };
    readonly "Links.one": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LinkDetailDto"];
                };
            };
        };
    };
    readonly "Links.blastRadius": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BlastRadiusDto"];
                };
            };
        };
    };
    readonly "Links.decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LinkDecisionDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Marks.lift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MarkLiftingDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Links.unlink": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UnlinkDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Lookouts.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LookoutListDto"];
                };
            };
        };
    };
    readonly "Lookouts.ask": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LookoutDto"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Lookouts.one": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LookoutShownDto"];
                };
            };
        };
    };
    readonly "Lookouts.end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Searches.closed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClosedSearchesDto"];
                };
            };
        };
    };
    readonly "Searches.reopen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReopenDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReopenedDto"];
                };
            };
        };
    };
    readonly "Searches.make": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SearchDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchAnswerDto"];
                };
            };
        };
    };
    readonly "Searches.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OpenResultDto"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GlassOpenedDto"];
                };
            };
        };
    };
    readonly "Members.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MemberListDto"];
                };
            };
        };
    };
    readonly "Members.joined": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly gss: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MembershipReasonDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MembershipChangedDto"];
                };
            };
        };
    };
    readonly "Members.left": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly gss: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MembershipReasonDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MembershipChangedDto"];
                };
            };
        };
    };
    readonly "MissingEpisodes.find": {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page begins: `next` of the page before. */
                readonly cursor?: string;
                /** @description Rows per page; 100 unless told. */
                readonly limit?: number;
                /** @description open: the child is missing now (unless told). closed: found, returned, or turned eighteen. */
                readonly state?: "open" | "closed" | "all";
                /** @description ours: your own children (unless told). here: placed or living in your area. heading-here: may head for it, or seen there. */
                readonly scope?: "ours" | "here" | "heading-here";
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Episodes, the latest first. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MissingEpisodesAnswer"];
                };
            };
        };
    };
    readonly "Missing.report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReportMissingDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Missing.acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcknowledgeMissingDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Missing.close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CloseAtEighteenDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Missing.correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectMissingDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Missing.found": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FoundDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "ReturnInterview.accepted": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["InterviewStepDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "ReturnInterview.declined": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeclineInterviewDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "ReturnInterview.held": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["HoldInterviewDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "ReturnInterview.offered": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OfferInterviewDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Missing.sighting": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SightingDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Missing.strategyDiscussed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["StrategyDiscussionDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Missing.update": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateMissingDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Missing.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WithdrawMissingDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Move.notify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NotifyMoveDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "MoveCourse.accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcceptMoveDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "MoveCourse.arrived": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConfirmArrivalDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "MoveCourse.permanent": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MakeMovePermanentDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "MoveCourse.conference": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConferenceHeldDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Move.correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectMoveDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "MoveCourse.decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeclineMoveDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "MoveCourse.handOver": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["HandOverMoveDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "MoveCourse.notArrived": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReportNotArrivedDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "MoveCourse.supply": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SupplyMoveInformationDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Move.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WithdrawMoveDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Notices.notice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
            };
            readonly path: {
                readonly category: string;
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NoticeDto"];
                };
            };
        };
    };
    readonly "WhatWeTold.find": {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page begins: `next` of the page before. */
                readonly cursor?: string;
                /** @description Rows per page; 100 unless told. */
                readonly limit?: number;
                /** @description Notification type, e.g. placement; all unless told. */
                readonly notification?: string;
                /** @description What was told, e.g. PlacementEnded; all unless told. */
                readonly kind?: string;
                /** @description open: as it was told, and the notice goes on. over: as it was told, and what it was about has ended. corrected: put right since. recalled: the notice was taken back. All unless told. */
                readonly state?: "open" | "over" | "corrected" | "recalled";
                /** @description Told on this London date or later. */
                readonly since?: string;
                /** @description Reference of a record: what was told of that child alone. */
                readonly recordRef?: string;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What was told, the latest first. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WhatWeToldAnswer"];
                };
            };
        };
    };
    readonly "Notices.detail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
            };
            readonly path: {
                readonly factId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NoticeDetailDto"];
                };
            };
        };
    };
    readonly "Notices.recipientsOf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly factId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecipientListDto"];
                };
            };
        };
    };
    readonly "Thread.answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly factId: string;
                readonly authority: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["QueryAnswerDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QueryRecordedDto"];
                };
            };
        };
    };
    readonly "Thread.thread": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly factId: string;
                readonly authority: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ThreadDto"];
                };
            };
        };
    };
    readonly "Placement.notify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NotifyPlacementDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Placement.consult": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConsultHostDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "PlacementHost.acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcknowledgePlacementDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Placement.change": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangeHostDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Placement.correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectPlacementDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Placement.end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EndPlacementDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Placement.goAhead": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GoAheadDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "PlacementHost.respond": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RespondToPlacementDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Placement.supply": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SupplyInformationDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Placement.withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WithdrawPlacementDto"];
            };
        };
        readonly responses: {
            /** @description Recorded, durable, with a signed receipt. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Previews.preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PreviewOrder"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreviewDto"];
                };
            };
        };
    };
    readonly "Reads.list": {
        readonly parameters: {
            readonly query?: {
                /** @description Only looks at this record */
                readonly recordRef?: string;
                /** @description Only looks at or after this instant */
                readonly since?: string;
                /** @description Only looks by people of this authority */
                readonly by?: string;
                /** @description our-records (usual): who looked at your records; our-people: at what yours looked */
                readonly scope?: "our-records" | "our-people";
                /** @description Left out: as Accept says; JSON unless told */
                readonly format?: "json" | "csv";
                /** @description `next` of the page before */
                readonly cursor?: string;
                /** @description Looks per page; 100 unless told */
                readonly limit?: number;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Looks, the latest first. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReadListDto"];
                    readonly "text/csv": components["schemas"]["ReadListDto"];
                };
            };
        };
    };
    readonly "Records.find": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FindRecordDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FoundRecordDto"];
                };
            };
        };
    };
    readonly "LikelyRecords.find": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LikelyRecordsDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LikelyAnswerDto"];
                };
            };
        };
    };
    readonly "SetAside.page": {
        readonly parameters: {
            readonly query?: {
                /** @description Only those that were set aside for this */
                readonly because?: "too-little" | "too-alike" | "near-a-crowd";
                /** @description `next` of the page before */
                readonly cursor?: string;
                /** @description Records per page; 50 unless told */
                readonly limit?: number;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page; follow `next`. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SetAsidePageDto"];
                };
            };
        };
    };
    readonly "Grants.breakGlass": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly recordRef: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BreakGlassDto"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GlassOpenedDto"];
                };
            };
        };
    };
    readonly "Restrictions.of": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly recordRef: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RestrictionsDto"];
                };
            };
        };
    };
    readonly "Restrictions.restrict": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly recordRef: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RestrictDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Restrictions.propose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly label: string;
                readonly recordRef: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LiftingDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Restrictions.agree": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly recordRef: string;
                readonly label: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "PlacedElsewhere.find": {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page begins: `next` of the page before. */
                readonly cursor?: string;
                /** @description Rows per page; 100 unless told. */
                readonly limit?: number;
                /** @description Placed elsewhere on this date; today in London unless told. */
                readonly on?: string;
                /** @description Every placement that was not withdrawn, ended and future ones too, with its latest host. */
                readonly includeEnded?: boolean;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Your children elsewhere on a date, or ever. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlacedElsewhereAnswer"];
                };
            };
        };
    };
    readonly "PlacedElsewhere.count": {
        readonly parameters: {
            readonly query?: {
                /** @description Placed elsewhere on this date; today in London unless told. */
                readonly on?: string;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Your placements elsewhere by host, on a date. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlacedElsewhereCountsAnswer"];
                };
            };
        };
    };
    readonly "PlacedHere.find": {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page begins: `next` of the page before. */
                readonly cursor?: string;
                /** @description Rows per page; 100 unless told. */
                readonly limit?: number;
                /** @description The date of the register; today in London unless told. */
                readonly on?: string;
                /** @description Only the children of this placing authority. */
                readonly placingAuthority?: string;
                /** @description csv: the whole register as a file, as with `Accept: text/csv`. */
                readonly format?: "json" | "csv";
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The register on a date. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlacedHereAnswer"];
                    readonly "text/csv": components["schemas"]["PlacedHereAnswer"];
                };
            };
        };
    };
    readonly "PlacedHere.counts": {
        readonly parameters: {
            readonly query?: {
                /** @description The date of the register; today in London unless told. */
                readonly on?: string;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Lines of the register by placing authority, on a date. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlacedHereCountsAnswer"];
                };
            };
        };
    };
    readonly "Fetches.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FetchListDto"];
                };
            };
        };
    };
    readonly "Fetches.request": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FetchDto"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Fetches.approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubmissionAnswerBody"];
                };
            };
        };
    };
    readonly "Fetches.content": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WhereaboutsDto"];
                };
            };
        };
    };
    readonly "Status.find": {
        readonly parameters: {
            readonly query?: {
                /** @description Only authorities of which some feed has fallen silent. */
                readonly silent?: boolean;
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every member, and whoever has posted. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthoritiesStatusAnswer"];
                };
            };
        };
    };
    readonly "Canary.status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CanaryStatusDto"];
                };
            };
        };
    };
    readonly "Canary.send": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CanarySentDto"];
                };
            };
        };
    };
    readonly "Subscriptions.list": {
        readonly parameters: {
            readonly query?: {
                /** @description open unless told; all: closed ones too */
                readonly state?: "open" | "all";
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description In the order of their opening. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubscriptionListDto"];
                };
            };
        };
    };
    readonly "Subscriptions.open": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OpenSubscriptionDto"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubscriptionAnswerDto"];
                };
            };
        };
    };
    readonly "FilterTests.test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TestFilterDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilterTestDto"];
                };
            };
        };
    };
    readonly "Subscriptions.one": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OneSubscriptionDto"];
                };
            };
        };
    };
    readonly "Attempts.list": {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before */
                readonly before?: number;
                /** @description Lines per page; 100 unless told */
                readonly limit?: number;
                /** @description Only those that ended so */
                readonly outcome?: "taken" | "later" | "refused" | "gone";
                /** @description Only those from this moment on */
                readonly since?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AttemptListDto"];
                };
            };
        };
    };
    readonly "Subscriptions.change": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangeSubscriptionDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubscriptionAnswerDto"];
                };
            };
        };
    };
    readonly "SubscriptionCourse.close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CloseSubscriptionDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubscriptionAnswerDto"];
                };
            };
        };
    };
    readonly "SubscriptionCourse.pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PauseSubscriptionDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubscriptionAnswerDto"];
                };
            };
        };
    };
    readonly "Mending.replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReplayDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReplayAnswerDto"];
                };
            };
        };
    };
    readonly "SubscriptionCourse.resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubscriptionAnswerDto"];
                };
            };
        };
    };
    readonly "SubscriptionCourse.rotate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RotateSecretDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SubscriptionAnswerDto"];
                };
            };
        };
    };
    readonly "Mending.aside": {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before */
                readonly after?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AsideListDto"];
                };
            };
        };
    };
    readonly "Mending.redrive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RedriveDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RedriveAnswerDto"];
                };
            };
        };
    };
    readonly "FilterTests.testOne": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TestSubscriptionDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilterTestDto"];
                };
            };
        };
    };
    readonly "Tasks.list": {
        readonly parameters: {
            readonly query?: {
                /** @description open unless told */
                readonly state?: "open" | "done" | "joined" | "all";
                /** @description only: open ones whose date, or service target, has passed */
                readonly overdue?: "only";
                /** @description `next` of the page before */
                readonly after?: number;
                /** @description Tasks per page; 100 unless told */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskListDto"];
                };
            };
        };
    };
    readonly "Tasks.one": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OneTaskDto"];
                };
            };
        };
    };
    readonly "Tasks.done": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TaskDoneDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskDoneAnswerDto"];
                };
            };
        };
    };
    readonly "Tasks.letter": {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly accept: string;
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "Tasks.correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TaskDoneDto"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TaskDoneAnswerDto"];
                };
            };
        };
    };
    readonly "Trends.find": {
        readonly parameters: {
            readonly query?: {
                /** @description First month wanted, e.g. 2026-01; its whole quarter is answered. */
                readonly from?: string;
                /** @description Last month wanted; its whole quarter is answered once it is over. */
                readonly to?: string;
                /** @description By what the totals are divided; month unless told. */
                readonly by?: "month" | "sex" | "age" | "ethnicity" | "outcome";
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly topic: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Suppressed and rounded counts; nothing of any one child. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrendsAnswer"];
                };
            };
        };
    };
    readonly "Views.list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewsBody"];
                };
            };
        };
    };
    readonly "Views.rebuild": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly view: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "Worklists.all": {
        readonly parameters: {
            readonly query?: {
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Worklists with their lines. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorklistsAnswer"];
                };
            };
        };
    };
    readonly "Worklists.find": {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page begins: `next` of the page before. */
                readonly cursor?: string;
                /** @description Rows per page; 100 unless told. */
                readonly limit?: number;
                /** @description By one indicator, never by a total. since (unless told): the longest first. due: the next date first. days-to-18: the next birthday first, by month. episodes-in-90-days: the most missing episodes that you were told of first. */
                readonly sort?: "since" | "due" | "days-to-18" | "episodes-in-90-days";
                /** @description Wait (up to 5 seconds) until the view has this position of the log. */
                readonly atLeast?: number;
            };
            readonly header?: {
                /** @description What you read for; on record, and shown to the authority whose child it is. Left out: own-child for your own, act-on-notice for what you were told of. */
                readonly "IBEX-Purpose"?: "act-on-notice" | "own-child" | "mash-enquiry" | "section-47" | "missing-response" | "placement-planning" | "emergency" | "assurance";
                /** @description ETag of what you have. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Lines of the list. */
            readonly 200: {
                headers: {
                    /** @description Weak tag of the content. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorklistAnswer"];
                };
            };
        };
    };
}

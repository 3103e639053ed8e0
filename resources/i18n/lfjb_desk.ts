<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en_GB" language="en_GB">
    <context>
        <name>AboutButton</name>
        <message>
            <source>About: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the whole area</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ActionCommands</name>
        <message>
            <source>Add evidence…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drop…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Escalate…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move due date…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note what was learnt…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put on hold…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record update</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record update…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reopen…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say what blocks it…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set in progress</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take off hold</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>raise with the board, put to the Family Justice Board</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ActionFormForms</name>
        <message>
            <source> It may be {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A Word file and an e-mail draft are written for each; nothing is sent from here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It replaces the form of {0}, which is not back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New date of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No answer is filled in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No e-mail address is held.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing changes in an action until you accept it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is written in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing on {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reject</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reject the answer on {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send action forms to bodies</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send action forms to owners</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Status of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The answer of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Which action is this about?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why it is rejected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write reminders</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Written: “{0}”. Leave it empty to keep the words.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} due soon</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} late</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ActionForms</name>
        <message>
            <source>A page that shows it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Accountable body</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add evidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add evidence to {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answers to the board for it; the owner's body unless you choose another</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Done on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver of delay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drop action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drop {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hand over {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It waits for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its address, which starts with https</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its reference and its history stay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move the due date of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New due date</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put on hold</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put {0} on hold</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Raised at</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record an update on {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record update</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reopen {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>So that another board can follow it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Such as: a listing officer at Chelmsford</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Such as: chair, 13 May 2026</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Such as: the rota of December, read out at the board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The person who does it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To which group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Told by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Until</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What blocks {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What has happened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it should move</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What shows it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What the figure did before and after</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What was done</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What {0} taught</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who agreed it, and where</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why it is dropped</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why it is open again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Would you do it again?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Yes, with changes</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ActionFormsPage</name>
        <message>
            <source>Action forms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All forms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All forms stand under the last filter.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answers to decide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every form is back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No action form was sent yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No answer waits to be decided</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not back yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Read one in, or drop the file or the e-mail on this page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send  ▾</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send forms or reminders</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send one to each owner with all of their actions, as a Word file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen form</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To decide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} to decide, {1} awaited, {2} overdue</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ActionPane</name>
        <message>
            <source>Accountable</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an action to see it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due date, {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Escalated to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Line of sight</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No driver of delay is named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None linked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None recorded</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On hold until</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Raised</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>We would do it again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>We would do it again, with changes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>We would not do it again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What shows it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What we learnt</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ActionsPage</name>
        <message>
            <source>Accountable body</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add the first one here, record it while you minute a meeting, or bring in the log that you have in Excel or Word.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Blocked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in an action log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Closed since {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver of delay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due before {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Group: none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Group: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In progress</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Moved {0} times or more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No action has been agreed yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No owner yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On hold</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owner and body</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>and type new action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>import actions, Excel, Word</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} open, {1} late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} open, {1} late, those of groups under it not counted</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AgendaForms</name>
        <message>
            <source>Add item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change agenda item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Comes back at every meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Goes on from “The board is asked to”: agree the listing protocol</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It stays restricted until somebody takes the mark away</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New agenda item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Presenter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted until</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted: open papers give its number, purpose and time alone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Such as the judiciary and HMCTS</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The board paper leads from the item to this part</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What is asked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who may read it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why it is here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why it is restricted</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AgendaPanel</name>
        <message>
            <source>, ends {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Added late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Asked to {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring over all items of the last meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring over the standing items of the last meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring over the usual items</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring over what was not reached</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fills the time planned</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Items of the meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move down</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No length is planned</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Presenter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Standing item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start from the usual agenda, or add the first item yourself.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The agenda has no item yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen item of the agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>move</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} to spare</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AmendmentCommands</name>
        <message>
            <source>Accept…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hold</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hold the amendment of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hold…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes that came back (*.docx *.doc)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Read an answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Read an answer…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading an answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record no comments…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reject</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reject the amendment of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reject…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>confirmed, agreed without changes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>tracked changes, comments, returned minutes, Word</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AmendmentForms</name>
        <message>
            <source>Answer to the minutes of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>By {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Came on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It does not say which version it is; it was compared with version {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It is a copy of version {0}; version {1} was circulated since.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No comments on the minutes of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record no comments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take in the answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>They confirm that they have no comments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Whose answer it is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>change or comment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>changes and comments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>no name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} of the look alone left out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” holds {1}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AmendmentPane</name>
        <message>
            <source>Changed without tracking</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an amendment to see it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen amendment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Correction {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decided on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In the answer of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Item {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Made on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Noted as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Now after “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Outside the items</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paragraph</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proposed by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The comment is empty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Words moved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Words put in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Words replaced</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Words taken out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AmendmentsPanel</name>
        <message>
            <source>Amendment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Amendments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No amendment has come back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No answer yet from {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No comments from {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paragraph {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proposed by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Read in the copies that members send back; a file can be dropped here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The amendments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen amendment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Where</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>accept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>hold</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>paragraph {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>reject</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} ({1})</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AreaAuthorities</name>
        <message>
            <source>Add an authority to the area…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>An authority that the board added</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Authorities of the area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take {0} out of the area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} was added by the board.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AttendancePanel</name>
        <message>
            <source>Add its seats and who sits in them first; they are marked here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forget the mark</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go to Governance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark apologies</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as absent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as present</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark the deputy as present…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark the rest present</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The minutes are circulated, so who came stays as it is recorded.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This group has no seat yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who came</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>absent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>apologies</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>deputy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>present</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AttendanceSection</name>
        <message>
            <source>Absent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Apologies</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Attendance by organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Came</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an organisation to see it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Empty</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No meeting has been held yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Present</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Somebody came {0} of {1} times</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who comes is marked at each meeting, under Meetings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} held since {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} not recorded, and left out of the counts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AttendanceTable</name>
        <message>
            <source>Attendance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>does not count for the quorum</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>Area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find a record or a command</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forward</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Redo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sample figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>BodiesSection</name>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No organisation is entered yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seats</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seats belong to organisations: enter the courts, Cafcass and authorities.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>organisation</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>BringingPage</name>
        <message>
            <source>A Word document. You see its clauses, and are asked about the numbers that they set, before a draft is kept. A file can be dropped here, too.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A table in Excel, in Word or as text, or contacts as vCards. You see what becomes of every person before anything is kept. A file can be dropped here, too.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A table in Excel, in Word or as text. You see what becomes of every row before anything is kept. A file can be dropped here, too.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Action logs (*.xlsx *.ods *.csv *.tsv *.txt *.docx);;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in a file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in a membership list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in an action log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in terms of reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area and a group at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose the action log that you have today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose the list of members that you have today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose the terms of reference that you have today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keep {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keeping {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Members (*.xlsx *.ods *.csv *.tsv *.txt *.docx *.vcf);;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Terms of reference (*.docx);;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file to be brought in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>member</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>what is new</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} kept from {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1}. Nothing is kept until you keep it.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>Publisher and frequency</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Publisher and frequency: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The figures of {0} have a signal: {1}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ChartData</name>
        <message>
            <source>{0}: no figure</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ChartSettingsPanel</name>
        <message>
            <source>A step of the measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose how it is judged</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every jump counts for the limits.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Limits, steps and targets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New limits from {0}: {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No step: a gap in the figures alone makes the limits start anew.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No step: one average and one pair of limits for all figures.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rules and limits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The measure shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Very large jumps are left out of the limits once.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it means</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Worked out, never typed: {0}. From {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the step {0}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ChipLine</name>
        <message>
            <source>Choose {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Turn “{0}” back into words ({1})</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Chips</name>
        <message>
            <source>Action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Another line begins inside this one. Press {1} to record them one by one, and once more to leave all as words; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due when?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due “{0}”?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More than one line?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owner?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>When is it due?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>When is it due? “{0}” may say so, or only tell of something. Write due and the day, or press {1} to leave it as words; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>When is it due? “{0}” names no day. Write such as by 21 Jan, or press {1} to leave it as words; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Which body answers for it?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who is {0}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who owns it?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>due {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>review by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the next meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the next meeting, put in by the desk</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>then {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} are given, and one is due. Press {1} to choose; words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} are named, and one answers. Press {1} to choose; words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} are named, and one owns it. Press {1} to choose; words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} is nobody's name, or more than one's. Choose from the list, or press {1} to leave it as words; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” is before the meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” is before the meeting. Mend it, or press {1} to leave it as words; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” is more than 50 years away. Mend its year, or press {1} to leave it as words; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” is no day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” is no day of the calendar. Mend it, or press {1} to leave it as words; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” is very far away</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” names no day. Write such as 21 Jan or end of Jan, or press {1} to leave it as words; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” was shortly before the meeting. Write its year too, or press {1} to leave it as words; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}”: which day?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}”: which year?</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Chooser</name>
        <message>
            <source>not chosen</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ChooserList</name>
        <message>
            <source>Find {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Type to find</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CirculationCommands</name>
        <message>
            <source>Attendance is not marked for {0}, and nothing is recorded under {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Attendance is not marked for {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Before the minutes of {0} are circulated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Circulate the minutes of {0} as they are?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Circulate the minutes of {0}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keep the minutes as they now stand</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as circulated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not settled yet, {0}: {1}. They can still be decided afterwards.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note a correction…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is recorded under {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Once they are circulated, their words stay, and nothing done before is undone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>amendment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>paragraph {0} ({1})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} more</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CirculationForms</name>
        <message>
            <source>A later meeting of the same group; empty for between meetings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Accept an amendment to the minutes of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Accept and note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agree the minutes of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agreed at</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Correct the minutes of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as agreed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as signed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note correction</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Noted at</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Noted by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proposed by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seconded by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sign the minutes of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The minutes stay as they were circulated; it is noted as a correction.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The minutes stay as they were circulated; the correction stands beside them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What is right</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Which item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, not opened yet</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ClauseList</name>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Clauses</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move down</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No clause yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rule</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start a draft to write them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Version {0} is {1}, so its words stay as they are. Start a draft.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write the first one with New clause.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Clocks</name>
        <message>
            <source>Ends about</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Running</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} early</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} h</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} h {1} min</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} of {1} min</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CollectionCommands</name>
        <message>
            <source>Change the day or the note…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None of the {0} files was taken. {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove this collection</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Returned sheets (*.xlsx *.ods);;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take in returned sheets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take this return back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Taking back the return of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Taking in {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Where the e-mail drafts go</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Where the sheets go</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write e-mail drafts to those late…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write the sheets to a folder…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Writing the e-mail drafts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Writing the sheets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>e-mail draft</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>returned sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} written to {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} written; none is sent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}. No address is held for {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CollectionForms</name>
        <message>
            <source>Add respondent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Authority</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the collection for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>E-mail address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every authority of the area is asked for the same figures in the same words.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New collection</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New respondent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the collection</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reminders are addressed to it. Nothing is sent from here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sheets are to be back by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Such as whom to ask. It stands on the cover of every sheet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What the cover tells the authorities</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CollectionPane</name>
        <message>
            <source>And {0} more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an authority to see what it has returned.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How it stands</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody is named, so a reminder has no address.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing has come back yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing has come back, {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who fills it in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} came back on {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} taken in, {1} refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1} from {2}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CollectionView</name>
        <message>
            <source>All</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Authority</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back by {0}. {1} asked for the figures of {2}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Collection</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Collection  ▾</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Collections</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Collections from the authorities</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name a respondent…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New collection…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No collection is open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open one for a quarter, write the sheets and send them out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Part</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen authority</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The collection shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The same figures in the same words, each quarter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What to do with the collection</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who fills in the sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who has returned what</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>authorities</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>authority</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>came back {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>not yet due</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1} of {2} returned, {3} late</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CommandBox</name>
        <message>
            <source>Commands</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Commands and records found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Commands on what is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find a record or a command</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Records</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Type a name, a reference or what you want to do</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>choose</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} found</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CommitmentForms</name>
        <message>
            <source>Assess clause {0} for {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Body</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Needed where it is met or partly met.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the assessment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What shows it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who says so</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>CommitmentsSection</name>
        <message>
            <source>Add one under Terms of reference, write its clauses, and agree it; each body that has a seat then says once a year how far it keeps each.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Assess for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Assess…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bodies</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Commitment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Commitments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forget what {0} says</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No statement of expectations or protocol is in force</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not assessed yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the terms with their commitments as Word…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen commitment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What each body says of the chosen commitment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>self-assessment, met, partly met, not met</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>statement of expectations, protocol, self-assessment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in force; {1} of {2} bodies have still to assess themselves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, version {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ComparePanel</name>
        <message>
            <source>A nation stands alone here, and a place needs a figure to be compared.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose neighbours</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing to compare</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Places compared</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>fewer than 5 cases</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}, {2}: {3}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ComparisonChart</name>
        <message>
            <source>Comparison chart</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ComparisonPanel</name>
        <message>
            <source>Cases behind the figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Places in order of their names</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} The places are in the table beside the chart.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ComplianceSection</name>
        <message>
            <source>Clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Clauses that state a rule in a number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Compliance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Give clauses a quorum, meetings a year, seats or a review, and agree them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No terms in force state a rule in a number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is added here: it is worked out. Clauses are written under Terms of reference, in a draft.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Promised</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the terms as Word…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What was done about the chosen clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>compliance, self-check, promises kept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, agreed on {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, version {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, version {1}: {2}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>Kept while you type</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>all keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>body</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>date</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>record</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ConfirmDialog</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DecisionCommands</name>
        <message>
            <source>Change the review date…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link to a driver…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open in the minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reinstate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reinstate…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replace</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replace…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdraw…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>put back into force</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>supersede</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DecisionForms</name>
        <message>
            <source>A meeting whose minutes are not agreed yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decided at</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver of delay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its own meeting, or a later one of the same group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Leave it empty where it is not to be reviewed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reinstate decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reinstate {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replace decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replace {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review date of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set the date</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The decision as it was stays in the minutes, marked as superseded.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The words of the minutes stay; the record of changes keeps the reason.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What is decided instead</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdraw decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdraw {0}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DecisionPane</name>
        <message>
            <source>Actions raised from it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a decision to see it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decided on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In force</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In place of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It can be replaced at a meeting of its group that has begun and whose minutes are not circulated; there is none now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No day set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None is linked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review due</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Superseded by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DecisionsSection</name>
        <message>
            <source>All</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All decisions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>By {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find by words, number, driver or meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find in the decisions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In force</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No decision answers this</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No decision is due for review</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No decision is in force</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No decision is recorded yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No decision is superseded or withdrawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record the first one while you minute a meeting.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review due</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show every decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Superseded or withdrawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The other filters have the rest.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try fewer words, or look through every decision.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in force, {1} due for review</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in force, {1} due for review, groups under it counted too</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>A file with this name is there already; what it holds would be lost.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replace</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replace “{0}”?</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DraftStrip</name>
        <message>
            <source>Copy the words</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go on there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open it again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>letter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} on {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}; {1} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” cannot be opened from here: what it belongs to is no longer there, or is settled. Its words are still kept, and can be copied</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” was put aside with what you typed in it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}”: what you typed at {1} is kept and not recorded yet, {2}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DriverCommands</name>
        <message>
            <source>Actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Baseline of {0}…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change {0}…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go to {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Judge severity…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link a decision…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link a measure…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link an action…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Linked action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Linked decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Linked measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New project…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Project of the driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Projects</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show its driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take back all that is said of it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unlink {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>a decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>a measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>a project</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>an action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DriverForms</name>
        <message>
            <source>Action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add project</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>An action has one driver; a driver named here is the one it leaves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Baseline of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Count progress from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ends</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>First day of the period; leave it empty for the earliest figure held</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Initiative of the guide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Judge</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Judge “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Judged on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lead</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link a decision to “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link a measure to “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link an action to “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New project</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Project</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Severity here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stage</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Starts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The reason is that of the former judgement. Say why it is another now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it should move</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What the board saw; figures rather than impressions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Which measure, by how much and by when</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Without a driver, a decision under an item on drivers is on all of them</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DriverMatrix</name>
        <message>
            <source>Driver of delay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Initiative</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Initiatives by driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What changed</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DriverPanel</name>
        <message>
            <source>, led by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>, to {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lead: {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No meeting is planned</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None linked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Project: {0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review by {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The order of events is shown; it is no proof of cause.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DriverTable</name>
        <message>
            <source>Actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver of delay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drivers of delay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No figure held</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No measure linked yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pressing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Projects</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Severity here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} due soon</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, in order of severity here; {1} judged</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>DriversPage</name>
        <message>
            <source>Back to the drivers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top, then a driver.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drivers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drivers by severity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drivers of delay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Initiatives by driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Judge a driver or record what its actions came to.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No area is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No meeting has been held yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing has changed since {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Since {0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What changed is counted from the last meeting of the group.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What the Good Practice Guide's map says; where it is silent, not stated</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Empty</name>
        <message>
            <source>Or press</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ErrorPage</name>
        <message>
            <source>Nothing was changed by trying</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The board could not be opened</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>EscalationCommands</name>
        <message>
            <source>Answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answer…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the answer…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the question…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put on agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put on an agenda…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take the answer back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take the question back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen escalation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>remove, withdraw</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>EscalationForms</name>
        <message>
            <source>A group above, or the name of a body outside the area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answer to the escalation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answer wanted by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answered on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the escalation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Escalate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Escalate for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It shows on Today and in the board paper until it is answered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put on agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put the escalation on an agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Question</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Record answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To whom</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who answered, and where</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>outside the area</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>EscalationPane</name>
        <message>
            <source>Action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agenda item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answer wanted by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an escalation to see it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen escalation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No day set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>EscalationsSection</name>
        <message>
            <source>Answer by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Escalations</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New escalation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is escalated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Question</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What a group cannot settle goes to the one above or to a body outside: put the question here, or on an action.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} open, {1} past the day, {2} answered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>FieldView</name>
        <message>
            <source>21/11, 21 nov, fri, +14 or 2w</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose, or type to find</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fill in “{name}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Just past; write its year too</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No such day is known; write it as 21/11 or 21 November 2026.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing found for “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The least is {low}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The most is {high}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This day is just past; write its year too.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This day is more than 50 years away; look at its year.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This is not a number.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This is not a whole number.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} (optional)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, in the future</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, in the past</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{name}” is {many} letters too long; {most} fit.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{typed}” is more than one of the choices.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{typed}” is not one of the choices.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>FigureSaving</name>
        <message>
            <source>Chart copied</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy the chart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy the figures shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures copied</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No chart is drawn here. Turn to the figures over time to have theirs.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save or copy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save or copy  ▾</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the chart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the chart as a picture (PNG)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the figures as a spreadsheet (XLSX)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the figures as a table (CSV)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The measure shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} could not be written. Close it where it is open, or choose another folder; nothing else has changed.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>FigureTable</name>
        <message>
            <source>Area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Authority</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a figure to see where it was read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nation: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Period</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Revised, before it was {0} ({1}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: no figure is held for this period.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>FiguresBoard</name>
        <message>
            <source> or for </source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All charts: {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit the words about this place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Import a published file, and its figures stand here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In short</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No area is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No figures are held for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No figures are held for {0} itself. These are the national ones, for {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Performance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Target not met  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unwelcome  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>With a signal  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>and type import</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>signal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>target</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} not met</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} of them unwelcome</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>FormColumns</name>
        <message>
            <source>Action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Same date</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Whom</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>same status</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>FormCommands</name>
        <message>
            <source>Accept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Accept all without a conflict</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Answers (*.docx *.eml *.msg);;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose at least one; nothing was written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hold</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No owner has an action that is late or due soon. Nothing was written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody has an open action here. Nothing was written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Read an answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Read an answer…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reject…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send forms to bodies…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send forms to owners…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show the action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Where the forms go</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdraw this form</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write reminders…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Writing {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>action update, return, chase</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>form</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>late actions, chase, e-mail</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>returned form, docx, eml, reply</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} with e-mail drafts written to {1}; none is sent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}. No address is held for {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}. The accessibility check found faults; check the template</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start afresh</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>cancel</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>FormDrafts</name>
        <message>
            <source>Filled in from what you typed at {0}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>FormPane</name>
        <message>
            <source>Accept takes the answer; Reject keeps what is here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Actions asked about</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Changed here meanwhile</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a line to see it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen answer or form</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Conflict</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On hold</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Progress, in their words</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proposed date</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Proposed status</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Read on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replaced</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Returned on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Settled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Status now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The form showed the status “{0}”; here it is “{1}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The form showed {0} as the date; here it is {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To decide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdrawn on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} overdue</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ForumForms</name>
        <message>
            <source>A group that is tied to it already is changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add forum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Each informs the other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How often</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In words, such as “after every meeting”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New forum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The forum informs the group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The group informs the forum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it is for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who carries it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who informs whom</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who informs whom: {0}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ForumsSection</name>
        <message>
            <source>Change the forum…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter the partnerships and panels that the board hears from or tells.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forums</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forums outside the board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New forum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No area is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No forum outside the board is entered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No group is tied to it yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove the forum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen forum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Untie the group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who carries it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who informs whom</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who informs whom…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>forum</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>GlossaryView</name>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen term</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Glossary of terms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kept for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Means</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New term</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No term is held</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Said by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Terms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen term</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What each body calls a measure: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What you answer at an import is kept here. Add the words of an authority, and its figures are understood when they come.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Words</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>and type new term</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>everyone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>term</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>GovernanceForms</name>
        <message>
            <source>A chair or vice-chair of the group or of one above it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add an authority to the area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add to the area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Appoint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Appoint to “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Authority</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change office</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the office of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose who is entered, or write the whole name of a new person.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Closed on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Correct the appointment of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Counts for quorum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Email</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Empty leaves the address as it is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>End appointment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>End the appointment of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures, collections and seats know it from then on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Held by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How many seats that count must be filled in the room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Last day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Last day in the seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Marking of its papers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New person: {0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Office</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only where it is lower than before; kept with the change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Post</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quorum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reports to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Somebody else of the same name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Such as the board's terms of reference or a decision and its day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Takes part as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The office held until then stays on record: it ends the day before.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The office in this group that reports to the one above</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Vacant since</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Where it comes from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who agreed that it is lowered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who carries its business up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why the marking is lowered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} comes from {1}; the seat belongs to {2}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>GovernancePage</name>
        <message>
            <source>Add to what is shown here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Attendance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in a membership list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Commitments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Compliance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Escalations</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forums</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Governance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Groups and seats</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Standing items</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Terms of reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>import people, contacts, vCard, Excel</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>GroupsSection</name>
        <message>
            <source>Add a group first; seats belong to a group.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add the board first, then its sub-groups and their seats.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chair: {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Closed on {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Groups</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Groups and seats</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its business is carried up by the {0}, {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No area is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is set up yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody is named to carry its business up.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quorum: {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Vacant: {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>nobody yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>not agreed yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>since {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} of the seats that count</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1} vacant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}, {2} vacant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: review by {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: review was due by {1}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>GuideDialog</name>
        <message>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find in the guide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No part of the guide has all these words.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Part</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Parts of the guide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Type what you want to do</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>User guide</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>HelpDialog</name>
        <message>
            <source>Carried out on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Command</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Commands and their keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find a command or a key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No command answers this. Try fewer words, or the name of a page or a key.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Type what you want to do, a page or a key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>User guide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>command</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>guide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>read</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Again: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{0}” is still being written. Nothing is lost; try again when it ends.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Hours</name>
        <message>
            <source>“{0}” is not a time of day. Write it as 10am or 14:30; nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message>
            <source>A file is being read. Wait for it or cancel it, then import the next.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change {0} held already?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Comparing with the figures held</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures (*.xlsx *.ods *.csv *.tsv *.txt *.zip);;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Import figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say how a sheet is read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say how {0} is to be read?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show its sheets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take them</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Taking {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Writing the figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} of the {1:,} figures of this file that are held already would change, which is much for a revision. It may be another measure, unit or place: look at the figures that are marked as revised. The old values stay in the history.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} taken from {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ImportsView</name>
        <message>
            <source>Added</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>And {0} more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Asked and not answered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an import to see it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen import</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Digest of the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures added</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Held already</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Imported</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Imports</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its sheets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take this import back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Taking back {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen import</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What had drifted in the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why some were refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>import</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>row</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, the latest first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: not used, {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1} read, {2}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{measure}, {place}, {period}: {was} became {now} ({cell})</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>InitiativePane</name>
        <message>
            <source>Choose an initiative to read it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen initiative</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drivers of delay, as the guide's map says</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody leads on it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not stated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>all ten</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>from {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>to {0}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ItemList</name>
        <message>
            <source>Items</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ItemRecord</name>
        <message>
            <source>Action  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No owner yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is recorded under this item.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>answered for by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>closed on {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>dropped on {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>due {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>moved to {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>now worded “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>owned by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>replaced by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>review by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>review moved to {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} (since then: {1})</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ItemWords</name>
        <message>
            <source>Action log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drivers of delay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Escalation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For discussion</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For noting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Membership and vacancies</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes of the last meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>None of these</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other business and dates</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Performance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Position at a glance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reports from sub-groups</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Jobs</name>
        <message>
            <source>That did not work ({0}). Nothing was changed; try again.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>KeptFileOpener</name>
        <message>
            <source>No program here opens {0}. The file itself is safe.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>LibraryCommands</name>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Project taken up here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>LibraryForms</name>
        <message>
            <source>Change “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver of delay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It becomes a project of this area, shown under its driver of delay.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take up “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the guide states it</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>LibraryPage</name>
        <message>
            <source>All</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top, then an initiative.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Driver: all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find by words: place, idea, outcome</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find in the library</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Initiative</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Initiatives</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Library</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No driver stated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No initiative answers this</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take up…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Taken up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen initiative</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Theme: all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try fewer words, or another theme or driver.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Whole library</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>initiative</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} of the Good Practice Guide, {1} taken up here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} stated</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>LikePeopleCard</name>
        <message>
            <source>Entries that may be of one person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Merge {0} and {1}…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Merge…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next pair</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} and {1} may be one person: {2}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MappingFields</name>
        <message>
            <source>0.26 means 26%</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>26 means 26%</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A calendar year</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A comma in a figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A date stands for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A heading holds for empty cells beside it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A year by itself is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>An empty cell below a name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Area or authority</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As the figures tell</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As the file tells</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As their names tell</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Column {0} holds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>DFJ areas</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Dates such as 01/02/2024</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>First row of headings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How its percentages are written</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Is the decimal sign</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It holds none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its month</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Last row of headings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lines between rows only group them</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Local authorities</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Markers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Means what stands above</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name of the measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nations</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not used</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing that is used</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Numbers such as 45292 are days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Over the figures, row {0} says</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Period</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Regions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Says nothing, as beside a whole year</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stands between thousands</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take hidden rows too</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The area or authority</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The financial year that begins in it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The financial year that ends in it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The period</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The period of the whole sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The places are</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The quarter that begins with it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The quarter that ends with it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The whole sheet is about</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The whole sheet measures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The year that begins with it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The year that ends with it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To be asked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it measures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write the day first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write the month first</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MappingPane</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a column with a heading to say what it holds.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Files of this shape are read the same way next time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go on to the preview</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How the sheet is read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keep as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No row of headings above figures was found here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing in its headings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Read as “{0}” was. What has changed:</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen column</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The sheet to be explained</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The whole sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To be settled first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why it is read so</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>hidden</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} can be read so.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MappingView</name>
        <message>
            <source>Cell</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures taken</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures taken  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measure and place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Months</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Period</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading the sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Refused  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say how this sheet is read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The first {0} of {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What is refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why it is refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}. Nothing is written until you take the figures.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MarkedWords</name>
        <message>
            <source>[added: {0}]</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>[removed: {0}]</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeasureCommands</name>
        <message>
            <source>Change wording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New measure</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeasureView</name>
        <message>
            <source>Beside others</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drivers and actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit the words about this measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Limits, steps and targets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measure before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other publishers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Over time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Performance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The measure shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it says</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeasuresView</name>
        <message>
            <source>Benchmark</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Better</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a measure to see it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measures and targets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Out of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Published</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Which way is better</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Worked out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>measure</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeetingCard</name>
        <message>
            <source>Add a meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add the next meeting: its agenda, papers and minutes follow from it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go on minuting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No meeting is planned</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ready</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Still to do</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write the papers</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeetingCommands</name>
        <message>
            <source>Cancel the meeting…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close into draft minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close {0} into draft minutes?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It is planned for {0}, in {1}. Minutes are taken once it is open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open it now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the meeting before its day?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reinstate the meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>call off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} The words stay in the box of the item, where Enter records them until the minutes are circulated.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeetingForms</name>
        <message>
            <source>A date put right before the minutes are circulated is no slip</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>An empty agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel the meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Deputy for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its agenda and papers stay, and it can be reinstated.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as deputy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes planned</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name of the deputy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Starts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Such as 10am or 14:30</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The agenda was issued for {0}. It is to be issued again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The standing items of the last meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The usual agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why it is cancelled</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeetingHeadings</name>
        <message>
            <source>meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>to come</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} cancelled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} held</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in session</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} past and not marked as held</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeetingList</name>
        <message>
            <source>Agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In {0} days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} days ago</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeetingPane</name>
        <message>
            <source>Actions raised</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a meeting to see it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chosen meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not set yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Planned for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ready for the day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Starts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why cancelled</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeetingSteps</name>
        <message>
            <source>Absent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Apologies</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close into draft minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Deputy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Issue the agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as agreed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as circulated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as signed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Present</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take the agenda back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take the minutes back to draft</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MeetingsPage</name>
        <message>
            <source>Add an item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All meetings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Amendments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Attendance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Items of the meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No meeting is planned yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Plan the first one; it can start from the usual agenda.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MergingForms</name>
        <message>
            <source>All that hangs on it goes to the entry that is kept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Entry that goes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Entry that is kept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Merge</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Merge two entries of one person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One undo brings both back. Circulated minutes stay as they went out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>With {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the same e-mail address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the same name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the same surname and organisation, one without a first name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the same surname, and initials that fit</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MinuteBox</name>
        <message>
            <source>Type a note, or /a for an action, /d for a decision</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What was said, decided or agreed</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MinuteDrafts</name>
        <message>
            <source>What you typed is not recorded under {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, meeting of {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MinutingForms</name>
        <message>
            <source>1 is the first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move the note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Place among its notes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Under which item</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MinutingNotice</name>
        <message>
            <source>Copy the words</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes are taken in session.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes are taken in session. The agenda is issued first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Renamed since: {0} is now {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The minutes are agreed, and their words stay.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The minutes are circulated, and their words stay.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The minutes are signed, and their words stay.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Typed here and not recorded: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Version {0}, circulated on {1}, is kept.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MinutingPanel</name>
        <message>
            <source>Add its items on the agenda; they are minuted here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Attendance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Body: choose, or turn into words and back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change what was recorded last</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Date: choose, or turn into words and back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Items of the meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owner: choose, or turn into words and back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Presented by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Several lines: take them apart, or leave them as words</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The agenda has no item yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The line you type</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>More</name>
        <message>
            <source>Less</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Less about {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More about {0}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Multiple</name>
        <message>
            <source>to {0}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Multiples</name>
        <message>
            <source>Measures</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>NameList</name>
        <message>
            <source>Names</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>NarrativeCard</name>
        <message>
            <source>Back to the desk's words</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Changed since these words</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In your own words</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say the order of events; figures alone show no cause.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>These are still the desk's own words, which change with the figures by themselves. Change them, or cancel; nothing was kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Written by a person on {0}, from other figures, or with another target or other steps. Read it again, edit it or go back to the desk's words.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Written by a person on {0}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>NationView</name>
        <message>
            <source>All measures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Areas and their signals</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Confirmed  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Latest</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measures to choose from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No area has such a signal in the figures that are held.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No figure of this measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No figures are held</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No signal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not judged</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the signals</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the signals as a spreadsheet (XLSX)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signals  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signals of the nation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Since</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The nation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Too old</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unwelcome  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Welcome  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>With areas that have none  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>series</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>signal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>trial limits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} held, {1} judged</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in {1}, each a measure of one area, that have limits to judge them by and figures of the last two years; about {2} would come by chance alone, were all series stable and their figures independent (simulated series, judged by the same rules). Confirmed: a signal in the period before already, or by two rules.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} of {1} with figures have a signal, by name. Open a row to see its chart.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PaperCommands</name>
        <message>
            <source>Papers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save every paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>all papers, pack of papers, folder, write the papers</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PaperSaving</name>
        <message>
            <source>Files with these names are there already: {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replace</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replace {0} in “{1}”?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save every paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save every paper: choose a folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Word document (*.docx)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Writing and checking {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>file</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PapersPage</name>
        <message>
            <source>As things stand on {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Each is made afresh from what the board holds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go to Governance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go to Meetings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Make the preview</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meeting: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is set up yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No meeting is planned or held yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No paper has been written yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paper written</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Papers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Papers are made from what a board holds, so set one up first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Papers that you save are listed here, with what their check found.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Papers written</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save as Word</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set up a board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen written paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The system could not open “{0}”. It is safe where it was saved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The usual meeting of each paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Where “{0}” was put is not known any more. Look for it where you keep the papers, or save it afresh.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Written</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>changed since</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>finding</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>none yet</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PeopleSection</name>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Email</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter the organisations first, then their people.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Merge with another entry…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody is entered yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>duplicate, the same person twice</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>people</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>person</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Performance</name>
        <message>
            <source>2 of 3 close to a limit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New limits after a gap</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Period</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Target {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>a large jump, downwards</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>a large jump, upwards</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>above the upper limit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>below the lower limit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>by {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>drifting down, by a test of ranks</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>drifting up, by a test of ranks</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>periods as published</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>revised</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>to {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in a row above the average</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in a row below the average</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in a row falling</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in a row rising</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}. The figures are in the table beside the chart.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}. {1}, {2}, {3}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>― average</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>┈ trial limits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>╌ limits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>■ worse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>▲ high</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>▼ low</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>♦ better</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PerformanceForms</name>
        <message>
            <source>A short name that stays, such as open_over_52</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Action or project behind it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>An authority is held against its own target, or else against that of the nation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Areas that are like yours. They are named in every comparison of the area.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>At least</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>At most</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change a step of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change a target for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the measure {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose neighbours</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decimal places</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every figure begins on this day or later, so nothing changes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures of periods that end on this day or later are held against it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Higher is better</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Higher is better for this measure, so on its own this is read as “at least”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Higher is better for this measure, so “At least” alone says if it is met.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How {0} is judged in {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In force from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its name stands under the chart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Last day in force</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Leave it empty to use every figure since the last step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Leave very large jumps out of the limits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Limits from the first so many figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lower is better</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lower is better for this measure, so on its own this is read as “at most”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lower is better for this measure, so “At most” alone says if it is met.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Neighbour {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Neither way is better</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New limits for {0} in {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New limits from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No figure begins on this day or later, so nothing changes yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only for a measure that is never typed: two codes and a sign, such as pl_disposals / pl_case_starts * 100</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rule set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set a target for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set target</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Such as the board's decision and its day; it is shown beside the target</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Such as weeks, cases or %</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The first period that starts on this day or later begins them</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The measure that counts the cases behind it; funnel limits need it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The whole nation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What a share or a rate is out of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it means</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What was decided or done; it stands on the chart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Where it comes from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Where it holds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Which way is better</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who publishes it, or where it is kept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Worked out from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>project</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PerformancePage</name>
        <message>
            <source>Back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back to the figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Import figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Manage  ▾</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Manage figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Performance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say how a sheet is read</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PlaceButton</name>
        <message>
            <source>Figures for {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>local authority</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>nation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>region</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PreviewPane</name>
        <message>
            <source>Go to Meetings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It is not listed below</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Marked {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Preview</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Preview of the paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The accessibility check found nothing to mend.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The accessibility check has {0}:</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This paper cannot be made yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>finding</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} is not saved. {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} saved in {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1} in the accessibility check</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PreviewParts</name>
        <message>
            <source>Action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Actions in the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As it stands there is nothing to keep.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Clauses in the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Columns of the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>First at {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In it: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kept as new</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Left out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Members in the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Outline  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Outline of the document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Questions  {0} of {1} open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Questions about the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rule</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There already</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This is no number from 1; write it as 6.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This names no day for certain; write it as 21 November 2026.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Wait for an answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Waits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What becomes of it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What the file would give</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What waits for an answer is not kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>row</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in the file, the first at {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}. Any other day can be typed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}. Any other number can be typed.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PreviewView</name>
        <message>
            <source>Adds {0}: {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As it stands there is nothing new to take.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cell</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures in the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Held already</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Import figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measure and place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Period</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Questions  {0} of {1} open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Refused  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Revise a figure held</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rows read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file to be imported</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The first {0} of {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This very file was imported on {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Twice  {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Wait for an answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What becomes of it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it repeats</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What stands twice</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What the file was understood as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What waits for an answer is left out of this import.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What was refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Why it was refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>held already</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>new</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>new measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>revises {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}. Nothing is written until you take it.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PublishersPanel</name>
        <message>
            <source>As {0} publish it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Figures of each publisher</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Period</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>period</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>revised</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}, {2}. No period is held by both; they are never merged.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}, {2}. No period is held by two; they are never merged.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}, {2}. The figures differ in {3}; they are never merged, and no difference is worked out, for each publisher counts in its own way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: nothing for {1}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>Leave it out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Questions about the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in the file, the first at {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}; without an answer left out of this import</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Quorum</name>
        <message>
            <source>Absent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Apologies</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Authorities</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cafcass</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Expected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>HMCTS</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Health</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Judiciary</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Legal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Others</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Police</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Voluntary</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ReadersButton</name>
        <message>
            <source>Every member: restricted matter is left out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>every member</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} alone: with restricted matter</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>RecordCommands</name>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reinstate…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replace…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What is recorded under the item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Withdraw…</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Recorder</name>
        <message>
            <source>Say when it is due, such as +2w, fri or 21/11; your words are kept.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>RefusalStrip</name>
        <message>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>RowTable</name>
        <message>
            <source>Go to the first line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go to the last line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In a list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open or change what is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show what can be done with it</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SavedMappingsView</name>
        <message>
            <source>Chosen reading</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forget</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its headings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Last file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Last used</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No reading of a sheet is saved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Publisher</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved readings of sheets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say once how a sheet is read, and the next of its kind is read so by itself.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen reading</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What was imported by it stays when it is forgotten.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>reading</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, the last used first</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SeatTable</name>
        <message>
            <source>Appoint…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Before: {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the office of {0}…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the seat…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Correct the appointment of {0}…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Counts for quorum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>End the appointment of {0}…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>End…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move down</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No seat yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Outside quorum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove the appointment of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove the seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Seats</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Takes part</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Vacant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who sits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who sits in the seat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>a member</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>deputy {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>since when is not recorded</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>since {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} as {1} to {2}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1} missed</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SendingCommands</name>
        <message>
            <source>Calendar file (*.ics)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose at least one paper.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Draft the e-mail about {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Draft the e-mail about {0} all the same?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Draft the e-mail with papers…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>E-mail draft (*.eml)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No paper has been written for {0} yet, so there is none to attach. Save its papers on the Papers page first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody who may read it has a seat on that day, so it is addressed to no one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the cancellation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the cancellation of {0} all the same?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the cancellation…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the e-mail draft</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the invitation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the invitation to {0} all the same?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the invitation…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Writing and checking {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>calendar, ics, call off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>calendar, ics, updated invitation, appointment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>email, eml, circulate, send, mail out</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SendingForms</name>
        <message>
            <source>Draft the e-mail…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>E-mail with the papers of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Each paper is made afresh. The draft is a file that your mail program opens; nothing is sent from here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every member: restricted matter is left out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The e-mail is addressed to them</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} alone: with restricted matter</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>; and {0:,} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As the system has it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Check the record</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Checking the record</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Checking the record: {0:,} of {1:,} changes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Comparing every row with the record</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Every change is kept with who made it and when, and sealed together with the one before it, so that a change made behind the desk's back is found. Only the last ones, since the newest backup, could be cut off without a trace.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keep these settings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Look</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Of the size that the system uses</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Settings kept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Size of the text</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The record does not hold: at change {0} of {1:,}, {2}. Bring back a backup, or ask who looks after this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The record holds, but it does not account for all that is here: {0}. Put this right by hand, or bring back a backup.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The record holds: {0}, each as it was written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The record of changes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The settings could not be written ({0}). Nothing was changed; free some room or ask who looks after this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>They are kept on this computer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}%</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SheetModel</name>
        <message>
            <source>heading</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>hidden row</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SheetTable</name>
        <message>
            <source>The sheet as it is</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Anywhere</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In a form</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In a list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The user guide is not here: install the program again to have it.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SideCommands</name>
        <message>
            <source>Show the agenda</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show the amendments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show the attendance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show the minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>answers to the minutes, tracked changes, comments</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SightPanel</name>
        <message>
            <source>Driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Line of sight</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No action is meant to move it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No driver of delay is linked to this measure; link it on its driver.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Signals</name>
        <message>
            <source>No change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No figures to judge</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Too few to judge</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Too little variation to judge</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>above the usual range</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>above usual</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>below the usual range</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>below usual</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>better</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>falling</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>far down</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>far down in one step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>far up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>far up in one step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>high</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>low</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>rising</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>two near a limit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>two of three close to a limit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>worse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} as of {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} in {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SignalsCard</name>
        <message>
            <source>All measures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All {0} measures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Import figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Latest figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No figures are held for this area yet. Import a published file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signals and targets missed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Signals in the figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Targets missed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What the last import moved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>StandingItemForms</name>
        <message>
            <source>A list of its own takes the place of the usual items.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the standing item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New standing item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it is about</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>StandingItemsSection</name>
        <message>
            <source>A new agenda starts from the usual items. Make them its own to change them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an area at the top.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move down</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Move up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New standing item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Standing items</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start from the usual items</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen standing item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} has no list of its own</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1}, {2} minutes</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Targets</name>
        <message>
            <source>A target of the measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Another target goes before it here, so the chart does not show it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>From {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It begins after the newest figure, so the chart does not show it yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It ended before the first figure, so the chart does not show it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No target is set.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set a target</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Targets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Targets of the measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>elsewhere</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>nationally</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the target {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TermForms</name>
        <message>
            <source>Add term</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As they stand in a file, such as New issues</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the term {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New term</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The measure that they mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The words</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it includes or leaves out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who says so</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TermsForms</name>
        <message>
            <source>A rule is checked by the app: quorum, meetings, seats, review</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agree</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agree version {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agreed on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>At the meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change clause {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change version {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Heading</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Its number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Left empty, the review clause sets it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New draft of “{0}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rule that it states</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start a draft</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The version in force is superseded, and the quorum clause becomes the rule.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What it is to change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Words</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TermsSection</name>
        <message>
            <source>Agree</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>At {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back to the clauses</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in from Word…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change the document…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a group at the top first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose a group at the top, then add the document and write its clauses, or bring it in from Word.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Compare</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Compare with {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No terms of reference are held yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note and review date…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove the document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remove this version</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send to review</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start a draft to write its clauses.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start a draft…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take back to draft</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Terms of reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The chosen version</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>another version</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>import terms of reference, governing document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>version</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TimeChart</name>
        <message>
            <source>Average {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lower limit {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lower trial limit {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Upper limit {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Upper trial limit {0}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>All actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Late actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Look around with a sample board, or set up your own; it takes a minute.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No action is late, and none is due soon.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No board is set up yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No owner yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set up a board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>action</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>and type “set up”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} more due soon</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>VersionComparison</name>
        <message>
            <source>Clause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Comparison of two versions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rule in a number: {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save the comparison as Word…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Version {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Words that are left out are struck out, new ones underlined.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>tracked changes, differences between versions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} beside {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Versions</name>
        <message>
            <source>Agreed on {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Documents and versions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No version yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quorum: {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review by {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Review was due by {0}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Version {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>meeting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>not stated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} a year.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>VersionsChoice</name>
        <message>
            <source>After</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>After: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Before: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>version {0}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>WaitingCard</name>
        <message>
            <source>Also waiting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go to this: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing else waits.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Choose your area. Each of its local authorities gets a seat, and so do the court service, Cafcass and the judiciary. You put people into the seats, and bring in the action log that you have on the Actions page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Essex and Suffolk with published national figures. Its people, meetings, actions and local figures are invented. One undo takes it all away again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Look around with a sample board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One place for your board: its meetings and actions, the drivers of delay, and the figures that show whether anything moved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>See what it does</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set up my board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set up the board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start with your own board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Welcome to LFJB Desk</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What you enter is kept at once in one file on this computer. Until the window is closed it can be undone, but for what has gone out, such as circulated minutes. No child, family or case data belongs here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Your area</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>A backup was made, but {0}. Check the record of changes in Settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Boards (*.lfjb)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Making a backup</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No database is open. Nothing was changed; open one first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open another database</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restore</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restore the backup of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restore {0}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Something went wrong that LFJB Desk did not expect. What was saved before is safe; please try again, and send the log to support if it comes back: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>WindowCommands</name>
        <message>
            <source>Anywhere</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in a membership list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in an action log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring in terms of reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose the area</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose the group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Collections</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Commitments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Compliance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Forward</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Glossary of terms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go to {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Groups and seats</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Imports</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Initiatives by driver</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Measures and targets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Redo {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved readings of sheets</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Terms of reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The nation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>User guide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>dark, light, appearance, text size, your name, backup, language</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>help, commands, keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>help, manual, how to, handbook</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>import, read in, Excel, Word</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>members, membership, sub-groups</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the last step</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>WindowContents</name>
        <message>
            <source>Board</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paper</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>WindowFrame</name>
        <message>
            <source>Action forms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Actions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Drivers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Governance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Library</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Meetings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Papers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Performance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>WorkStrip</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Working</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>

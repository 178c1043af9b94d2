namespace BaseComponents.SecureMail.Reports;

/// <summary>What became of a received mail that may be a report.</summary>
public enum MailReportOutcome
{
    /// <summary>It is an ordinary mail.</summary>
    NotAReport,

    /// <summary>It fits, and was recorded.</summary>
    Recorded,

    /// <summary>It fits, and says nothing that is new or known here: it came before, or what was recorded says more.</summary>
    NothingNew,

    /// <summary>It is a report in a form that cannot be read. Nothing was changed.</summary>
    Unreadable,

    /// <summary>A report of delivery without ENVID: nothing ties it to a mail. Nothing was changed.</summary>
    NoEnvelopeId,

    /// <summary>A report of reading without a valid signature: whoever has seen the mail could have written it. Nothing was changed.</summary>
    NotSigned,

    /// <summary>It names no mail of this sender: forged, of a mail that was sent past the outbox, or for another sender. Nothing was changed.</summary>
    UnknownMail,

    /// <summary>It names a mail of this sender, and nobody to whom it was sent. Nothing was changed.</summary>
    UnknownRecipient,

    /// <summary>It is about a recipient for whom the mail was never given to a mail server, so it cannot be true. Nothing was changed.</summary>
    NotHandedOver,
}

namespace BaseComponents.SecureMail;

/// <summary>What the application has decided about a mail.</summary>
public enum MailSettlement
{
    /// <summary>It is done with.</summary>
    Acknowledged,

    /// <summary>Somebody has to look at it.</summary>
    SetAside,
}

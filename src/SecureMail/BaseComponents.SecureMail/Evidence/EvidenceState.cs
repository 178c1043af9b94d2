namespace BaseComponents.SecureMail.Evidence;

/// <summary>How far a time stamp has come.</summary>
public enum EvidenceState
{
    /// <summary>It is asked for, and asked for again.</summary>
    Waiting,

    /// <summary>It is there, and was checked.</summary>
    Stamped,

    /// <summary>It will not come: what it was to be over is gone.</summary>
    Lost,
}

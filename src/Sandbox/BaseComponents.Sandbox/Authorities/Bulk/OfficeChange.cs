namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>What a test changes of an office. What is not said stays as it is.</summary>
/// <param name="Office">Its identifier, such as <c>freiberg.steueramt</c>.</param>
/// <param name="IsDeleted">Whether it goes, with its competences.</param>
/// <param name="Name">Its new name.</param>
/// <param name="MailAddress">Its new mail address.</param>
internal sealed record OfficeChange(string Office, bool IsDeleted = false, string? Name = null, string? MailAddress = null)
{
    /// <summary>When it was changed; the Sandbox's own clock.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>As it is kept.</summary>
internal sealed record OfficeChanges(DateTimeOffset Begin, IReadOnlyList<OfficeChange> Changes);

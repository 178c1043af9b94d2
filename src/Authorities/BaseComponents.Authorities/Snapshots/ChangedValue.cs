namespace BaseComponents.Authorities.Snapshots;

/// <summary>An account, address or destination of a unit that is another one than before. It is not used until a person has confirmed it.</summary>
/// <param name="Office">The unit.</param>
/// <param name="OfficeName">Its name.</param>
/// <param name="Field">Which property of <see cref="Authorities.Office"/> it is.</param>
/// <param name="Before">The value used so far; none where there was none.</param>
/// <param name="After">The new value; none where it was taken away.</param>
/// <param name="Confirmation">What <see cref="SnapshotConfirmations"/> takes: a hash that fits this new value of this unit alone.</param>
public sealed record ChangedValue(OfficeId Office, string OfficeName, string Field, string? Before, string? After, string Confirmation)
{
    /// <summary>Whether the unit is new, so that there was no value to compare with.</summary>
    public bool IsNewOffice { get; init; }
}

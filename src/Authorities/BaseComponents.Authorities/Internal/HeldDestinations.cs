namespace BaseComponents.Authorities.Internal;

/// <summary>
/// Which destination of a competence may be used while new ones of its unit wait for a person. One that was used before is. Where the unit
/// had one and has one, the old one stays in its place; otherwise nobody can say which takes the place of which, and none is handed over.
/// </summary>
internal sealed class HeldDestinations(Snapshot snapshot, int unit)
{
    /// <param name="office">The unit with the values that may be used.</param>
    /// <param name="wanted">What the data names; empty for what does not count.</param>
    public Guid? Usable(Office office, Guid wanted)
    {
        if (wanted == Guid.Empty)
            return null;
        if (office.Destinations.Contains(wanted))
            return wanted;
        return office.Destinations is [var before] && snapshot.NewestOfficeAt(unit).Destinations.Count == 1 ? before : null;
    }
}

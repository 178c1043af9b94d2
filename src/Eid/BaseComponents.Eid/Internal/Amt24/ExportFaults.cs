namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>The faults of the component that speak of exports of Amt24. None repeats what stood in an export.</summary>
internal static class ExportFaults
{
    public static EidException Refused(ExportRefusedException inner) =>
        new("eid.amt24-export", $"The export of Amt24 is not acceptable ({inner.Reason}). Nothing of it was used. Does it belong to the form that is configured, and did it come whole?", inner);

    public static EidException Unreadable(IOException inner) =>
        new("eid.amt24-export", "The export of Amt24 could not be read to its end (interrupted). Nothing of it was used. Try again.", inner) { IsTransient = true };

    public static EidException Configuration(string problem) => new("eid.amt24-configuration", $"Exports of Amt24 cannot be read with these options: {problem}.");
}

using SpecialistProcedure.Cases;

namespace SpecialistProcedure.Intake;

/// <summary>What became of a mail.</summary>
public abstract record IntakeOutcome
{
    private IntakeOutcome()
    {
    }

    /// <summary>The case and its answer are committed.</summary>
    public sealed record Booked(string Number) : IntakeOutcome;

    /// <summary>The same case was booked before: nothing was done.</summary>
    public sealed record KnownAlready(string Number) : IntakeOutcome;

    /// <summary>It is no case; the reason is committed.</summary>
    public sealed record Refused(RefusalReason Reason) : IntakeOutcome;
}

using BaseComponents.Payments;

namespace EmployerReimbursement.Claims;

/// <summary>Rules for one absence: each field, then the fields together, then the absence among those that are there.</summary>
public static class AbsenceRules
{
    /// <summary>The absence, or null with what is wrong in <paramref name="errors"/>.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="others">What is in the application already.</param>
    /// <param name="now">Nothing ends after it.</param>
    /// <param name="errors">Gets the messages.</param>
    public static Absence? Check(AbsenceForm form, IReadOnlyList<Absence> others, DateTimeOffset now, FieldErrors errors)
    {
        var date = errors.Day("Date", form.Date, "Datum", GermanDate.Day(now));
        var (from, until) = (errors.Time("From", form.From, "Beginn"), errors.Time("Until", form.Until, "Ende"));
        var duty = errors.Choice("Duty", form.Duty, "Art des Dienstes", Enum.GetNames<Duty>());
        var gross = errors.PerHour("Gross", form.Gross, "Bruttoentgelt je Stunde", allowsNothing: false);
        var share = errors.PerHour("Share", form.Share, "Arbeitgeberanteil je Stunde", allowsNothing: true);
        if (errors.Any)
            return null;
        var absence = new Absence(date!.Value, from!.Value, until!.Value, form.NextDay, Enum.Parse<Duty>(duty!), gross!.Value.Amount, share!.Value.Amount);
        if (IsRealTime(absence, errors))
            CheckOrder(absence, now, errors);
        if (!errors.Any)
            CheckOverlap(absence, others, errors);
        return errors.Any ? null : absence;
    }

    private static bool IsRealTime(Absence absence, FieldErrors errors)
    {
        const string skipped = "Diese Uhrzeit gab es an dem Tag nicht, weil die Uhren vorgestellt wurden.";
        if (GermanDate.Berlin.IsInvalidTime(absence.Begin))
            errors.Add("From", $"Beginn: {skipped}");
        if (GermanDate.Berlin.IsInvalidTime(absence.End))
            errors.Add("Until", $"Ende: {skipped}");
        return !errors.Any;
    }

    private static void CheckOrder(Absence absence, DateTimeOffset now, FieldErrors errors)
    {
        if (absence.End <= absence.Begin)
            errors.Add("Until", "Ende: Das Ende liegt nicht nach dem Beginn. Wenn der Dienst nach Mitternacht endete, kreuzen Sie „am folgenden Tag“ an.");
        else if (absence.End > absence.Begin.AddDays(1))
            errors.Add("Until", "Ende: Eine Zeit dauert höchstens 24 Stunden. Bitte tragen Sie längere Dienste tageweise ein.");
        else if (absence.End > TimeZoneInfo.ConvertTime(now, GermanDate.Berlin).DateTime)
            errors.Add("Until", "Ende: Die Zeit liegt noch in der Zukunft. Erstattet wird nach dem Dienst.");
    }

    private static void CheckOverlap(Absence absence, IReadOnlyList<Absence> others, FieldErrors errors)
    {
        if (others.FirstOrDefault(absence.Overlaps) is { } other)
            errors.Add("From", $"Beginn: Die Zeit überschneidet sich mit einer, die schon eingetragen ist: {ClaimSheet.TimeOf(other)}.", "Until");
    }
}

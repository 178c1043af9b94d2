namespace DogLicence.Registration;

/// <summary>Rules for dates typed into three small fields.</summary>
public static class DateRules
{
    /// <summary>Month and year of birth, with the day where it is known; not in the future and not older than any dog.</summary>
    public static DogBirth? Birth(this FieldErrors errors, DogForm form, DateOnly today)
    {
        var noDay = string.IsNullOrWhiteSpace(form.BirthDay);
        var typed = new TypedDate("Birth", "Geburt des Hundes", noDay ? "1" : form.BirthDay, form.BirthMonth, form.BirthYear);
        if (typed.Read(errors) is not { } date)
            return null;
        if (date > today)
            errors.Add(noDay ? typed.Month : typed.Day, typed.Say("Das Datum liegt in der Zukunft."), typed.All);
        else if (date.Year < today.Year - 35)
            errors.Add(typed.Year, typed.Say("Bitte prüfen Sie das Jahr."));
        else
            return new DogBirth(date.Year, date.Month, noDay ? null : date.Day);
        return null;
    }

    /// <summary>The day the dog came into the household: after its birth, and not later than today.</summary>
    public static DateOnly? Arrival(this FieldErrors errors, DogForm form, DogBirth? birth, DateOnly today)
    {
        var typed = new TypedDate("Arrived", "Im Haushalt seit", form.ArrivedDay, form.ArrivedMonth, form.ArrivedYear);
        if (typed.Read(errors) is not { } date)
            return null;
        if (date > today)
            errors.Add(typed.Day, typed.Say("Das Datum liegt in der Zukunft. Melden Sie den Hund an, sobald er bei Ihnen lebt."), typed.All);
        else if (birth is not null && date < new DateOnly(birth.Year, birth.Month, birth.Day ?? 1))
            errors.Add(typed.Day, typed.Say("Das Datum liegt vor der Geburt des Hundes."), typed.All);
        else
            return date;
        return null;
    }
}

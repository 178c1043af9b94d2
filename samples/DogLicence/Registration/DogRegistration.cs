using System.Globalization;

namespace DogLicence.Registration;

/// <summary>The checked form: what the citizen declares about the dog.</summary>
public sealed record DogRegistration
{
    public required string Name { get; init; }

    public required string Breed { get; init; }

    public required DogSex Sex { get; init; }

    public required string Colour { get; init; }

    /// <summary>Month and year are always known, the day often is not.</summary>
    public required DogBirth Birth { get; init; }

    /// <summary>Since when the dog lives in the household: the tax begins with the month after.</summary>
    public required DateOnly ArrivedOn { get; init; }

    /// <summary>Transponder number to ISO 11784, fifteen digits; null when the dog has none.</summary>
    public string? ChipNumber { get; init; }

    /// <summary>Gefährlicher Hund in the sense of the state's law.</summary>
    public required bool IsDangerous { get; init; }

    /// <summary>The tax class (Steuerklasse) as it was when the citizen chose it: what is confirmed is what is paid, whatever the settings become.</summary>
    public required DeclaredTax Tax { get; init; }

    /// <summary>Liability insurance for the dog (Hundehaftpflicht); null when there is none.</summary>
    public Insurance? Insurance { get; init; }

    /// <summary>Where the plain confirmation goes; null when none is wanted.</summary>
    public string? ContactMail { get; init; }
}

public enum DogSex
{
    Male,
    Female,
}

public sealed record DogBirth(int Year, int Month, int? Day)
{
    /// <summary>As Germans write it, as far as it is known.</summary>
    public string ToGerman() => Day is { } day
        ? GermanDate.Of(new DateOnly(Year, Month, day))
        : string.Create(CultureInfo.InvariantCulture, $"{Month:00}.{Year}");
}

/// <param name="Key">Key of the tax class in the settings.</param>
/// <param name="Amount">Euro per year.</param>
/// <param name="Statute">The statute the amount is from (Satzung).</param>
public sealed record DeclaredTax(string Key, string Label, decimal Amount, string Statute);

public sealed record Insurance(string Company, string PolicyNumber);

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DogLicence.Registration;

/// <summary>The dog tax of the municipality. Every municipality sets its own amounts by statute (Hundesteuersatzung), so there is no default.</summary>
public sealed class DogTaxOptions
{
    /// <summary>Title and date of the statute the amounts are from.</summary>
    [Required]
    public string Statute { get; set; } = "";

    /// <summary>The classes to choose from.</summary>
    [Required, MinLength(1), ValidateEnumeratedItems]
    public IList<TaxClass> Classes { get; set; } = [];

    /// <summary>The class with that key as it is today, or null when there is none.</summary>
    public DeclaredTax? Declare(string? key) =>
        Classes.FirstOrDefault(c => c.Key == key) is { } found ? new DeclaredTax(found.Key, found.Label, found.Amount, Statute) : null;
}

/// <summary>One tax class (Steuerklasse).</summary>
public sealed class TaxClass
{
    [Required, RegularExpression("^[a-z0-9-]{1,40}$")]
    public string Key { get; set; } = "";

    [Required]
    public string Label { get; set; } = "";

    /// <summary>Euro per year.</summary>
    [Range(typeof(decimal), "0.01", "99999.99", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public decimal Amount { get; set; }

    public bool ForDangerousDogs { get; set; }
}

/// <summary>Checks the tax options at start.</summary>
[OptionsValidator]
public sealed partial class DogTaxOptionsValidator : IValidateOptions<DogTaxOptions>;

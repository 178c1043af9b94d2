using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DogLicence.Hosting;

/// <summary>Settings of the service itself, section <c>DogLicence</c>.</summary>
public sealed class ApplicationOptions
{
    /// <summary>The address citizens use. Links to ourselves are built from it, never from a request header.</summary>
    [Required]
    public Uri PublicAddress { get; set; } = null!;

    /// <summary>Folder of the database and the keys; relative to the content root.</summary>
    /// <value>App_Data</value>
    [Required]
    public string DataPath { get; set; } = "App_Data";

    /// <summary>LeiKa key of the service that can be applied for here (Leistungsschlüssel).</summary>
    [Required, RegularExpression("^99[0-9]{12}$")]
    public string LeikaKey { get; set; } = "";

    /// <summary>Lowest age of a person who may register a dog alone.</summary>
    /// <value>18 years</value>
    [Range(14, 21)]
    public int MinimumAge { get; set; } = 18;

    /// <summary>Largest proof of insurance, in bytes.</summary>
    /// <value>5 MB</value>
    [Range(1024, 20 * 1024 * 1024)]
    public int MaximumProofSize { get; set; } = 5 * 1024 * 1024;

    /// <summary>Forms one address may send per minute.</summary>
    /// <value>60</value>
    [Range(1, 100_000)]
    public int FormsPerMinute { get; set; } = 60;

    /// <summary>Private key that protects the keys at rest: a PKCS#12 file. On Windows the operating system protects them without it.</summary>
    public string? KeyProtectionCertificatePath { get; set; }

    public string? KeyProtectionCertificatePassword { get; set; }
}

/// <summary>Checks the service's options at start.</summary>
[OptionsValidator]
public sealed partial class ApplicationOptionsValidator : IValidateOptions<ApplicationOptions>;

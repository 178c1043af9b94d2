using System.ComponentModel.DataAnnotations;

namespace BaseService;

/// <summary>What is particular to this service. Section <c>Service</c>.</summary>
public sealed class ServiceOptions
{
    /// <summary>Where browsers reach the service. Never taken from a request.</summary>
    [Required]
    public Uri? PublicAddress { get; set; }

    /// <summary>Where database and keys lie.</summary>
    [Required]
    public string DataPath { get; set; } = "App_Data";

    /// <summary>PKCS#12 file with the certificate that encrypts the keys; outside Development it must be there.</summary>
    public string? KeyCertificatePath { get; set; }

    /// <summary>Password of that file.</summary>
    public string? KeyCertificatePassword { get; set; }

    /// <summary>Key of the service in the catalogue of services (LeiKa).</summary>
    [Required]
    public string LeikaKey { get; set; } = "";

    /// <summary>Fee in euros.</summary>
    [Range(0.01, 100_000)]
    public decimal Fee { get; set; }

    /// <summary>Mail address of the office, where it is not looked up.</summary>
    public string? OfficeMail { get; set; }
}

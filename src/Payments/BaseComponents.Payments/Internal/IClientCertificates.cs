using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared;

namespace BaseComponents.Payments.Internal;

/// <summary>The client certificate of one registration, whatever protocol it is for.</summary>
internal interface IClientCertificates
{
    /// <summary>Whether one is named at all.</summary>
    bool Exist { get; }

    /// <summary>The certificate to show now.</summary>
    /// <exception cref="CertificateSourceException">It cannot be read, or cannot be used.</exception>
    X509Certificate2 Get();

    /// <summary>The certificate, whether it can be used or not.</summary>
    /// <exception cref="CertificateSourceException">It cannot be read.</exception>
    X509Certificate2 Load();
}

using BaseComponents.Payments.Wire;

namespace BaseComponents.Payments.Internal;

/// <summary>What a registration talks to when it is not XBezahldienste.</summary>
/// <param name="Service">The service.</param>
/// <param name="Certificates">Its client certificate.</param>
internal sealed record BackEnd(IPaymentService Service, IClientCertificates Certificates);

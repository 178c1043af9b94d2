using BaseComponents.Payments.Epaybl;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal.Epaybl;

/// <summary>The rules of the attributes, generated.</summary>
[OptionsValidator]
internal sealed partial class EpayblOptionsValidator : IValidateOptions<EpayblOptions>;

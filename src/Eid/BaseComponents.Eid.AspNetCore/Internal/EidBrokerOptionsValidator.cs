using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>The attributes of the options, checked by generated code.</summary>
[OptionsValidator]
internal sealed partial class EidBrokerOptionsValidator : IValidateOptions<EidBrokerOptions>;

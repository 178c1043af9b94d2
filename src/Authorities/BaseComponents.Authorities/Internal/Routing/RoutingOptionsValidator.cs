using BaseComponents.Authorities.Routing;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal.Routing;

[OptionsValidator]
internal sealed partial class RoutingOptionsValidator : IValidateOptions<RoutingOptions>;

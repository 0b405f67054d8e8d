package archive

// A Service is what part of a council's work a record is about.
type Service string

// The services.
const (
	AdultSocialCare   Service = "adult_social_care"
	ChildrensServices Service = "childrens_services"
	Education         Service = "education"
	Housing           Service = "housing"
	Planning          Service = "planning"
	BenefitsAndTax    Service = "benefits_and_tax"
	Environment       Service = "environment"
	HighwaysTransport Service = "highways_transport"
	PublicHealth      Service = "public_health"
	Licensing         Service = "licensing"
	Corporate         Service = "corporate"
	OtherService      Service = "other"
)

// Services lists every service in the order people are shown them.
var Services = []Service{
	AdultSocialCare, ChildrensServices, Education, Housing, Planning, BenefitsAndTax,
	Environment, HighwaysTransport, PublicHealth, Licensing, Corporate, OtherService,
}

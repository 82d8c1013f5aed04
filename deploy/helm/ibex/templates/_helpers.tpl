{{- define "ibex.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "ibex.image" -}}
{{- $tag := .Values.image.tag | default .Chart.AppVersion -}}
{{ .Values.image.repository }}:{{ $tag }}{{ with .Values.image.digest }}@{{ . }}{{ end }}
{{- end }}

{{/* The apps: what they are called, where their values are, their port, and whether they speak to Kafka. */}}
{{- define "ibex.apps" -}}
- { name: intake-api, values: intakeApi, port: 8034, kafka: false }
- { name: view-api, values: viewApi, port: 8035, kafka: false }
- { name: relay, values: relay, port: 8036, kafka: true }
{{- end }}

{{- define "ibex.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* A list: root, component. */}}
{{- define "ibex.selector" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: {{ $root.Chart.Name }}
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "ibex.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "ibex.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* Where a gateway passes requests on to. */}}
{{- define "ibex.gatewayEnv" -}}
- { name: INTAKE_API, value: '{{ include "ibex.name" . }}-intake-api:8034' }
- { name: VIEW_API, value: '{{ include "ibex.name" . }}-view-api:8035' }
- { name: CONSOLE, value: '{{ include "ibex.name" . }}-console:8037' }
- { name: XDG_CONFIG_HOME, value: /run/caddy }
- { name: XDG_DATA_HOME, value: /run/caddy }
{{- end }}

{{/* What signs in to the mail server, for the relay. */}}
{{- define "ibex.mailEnv" -}}
{{- $mail := .Values.gathering.mail -}}
{{- if and $mail.server $mail.existingSecret }}
{{- with $mail.user }}
- { name: IBEX_SMTP_USER, value: {{ . | quote }} }
- { name: IBEX_SMTP_PASSWORD_FILE, value: /run/secrets/mail/{{ $mail.passwordKey }} }
{{- end }}
{{- with $mail.caKey }}
- { name: IBEX_SMTP_CA_FILE, value: /run/secrets/mail/{{ . }} }
{{- end }}
{{- end }}
{{- end }}

{{/* Kafka for the relay. */}}
{{- define "ibex.kafkaEnv" -}}
{{- $kafka := .Values.kafka -}}
- { name: IBEX_KAFKA_BROKERS, value: {{ $kafka.brokers | quote }} }
- { name: IBEX_KAFKA_MODE, value: {{ $kafka.mode | quote }} }
{{- with $kafka.saslMechanism }}
- { name: IBEX_KAFKA_SASL_MECHANISM, value: {{ . | quote }} }
{{- end }}
{{- if hasPrefix "scram" $kafka.saslMechanism }}
- { name: IBEX_KAFKA_USER, value: {{ $kafka.user | quote }} }
- { name: IBEX_KAFKA_PASSWORD_FILE, value: /run/secrets/kafka/{{ $kafka.passwordKey }} }
{{- end }}
{{- if eq $kafka.saslMechanism "oauthbearer" }}
- { name: IBEX_KAFKA_TOKEN_URL, value: {{ required "kafka.tokenUrl is needed for oauthbearer" $kafka.tokenUrl | quote }} }
- { name: IBEX_KAFKA_CLIENT_ID, value: {{ required "kafka.clientId is needed for oauthbearer" $kafka.clientId | quote }} }
- { name: IBEX_KAFKA_CLIENT_SECRET_FILE, value: /run/secrets/kafka/{{ required "kafka.clientSecretKey is needed for oauthbearer" $kafka.clientSecretKey }} }
{{- end }}
{{- with $kafka.caKey }}
- { name: IBEX_KAFKA_CA_FILE, value: /run/secrets/kafka/{{ . }} }
{{- end }}
{{- if $kafka.certificateKey }}
- { name: IBEX_KAFKA_CERT_FILE, value: /run/secrets/kafka/{{ $kafka.certificateKey }} }
- { name: IBEX_KAFKA_KEY_FILE, value: /run/secrets/kafka/{{ required "kafka.privateKeyKey belongs to kafka.certificateKey" $kafka.privateKeyKey }} }
{{- end }}
{{- end }}

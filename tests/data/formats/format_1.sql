CREATE TABLE action (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	consultation_id TEXT NOT NULL, 
	place_in_plan INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	owner_name TEXT NOT NULL, 
	by_when TEXT, 
	because_of TEXT NOT NULL, 
	topic TEXT NOT NULL, 
	promised_on TEXT, 
	outcome TEXT NOT NULL, 
	outcome_note TEXT NOT NULL, 
	outcome_on TEXT, 
	outcome_consultation_id TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_action_owner_is_known CHECK (owner IN ('person', 'worker', 'team', 'carer', 'ask')), 
	CONSTRAINT ck_action_outcome_is_known CHECK (outcome IN ('open', 'done', 'partly done', 'not done', 'let go')), 
	CONSTRAINT ck_action_what_length CHECK (length(what) BETWEEN 1 AND 2000), 
	CONSTRAINT ck_action_owner_name_length CHECK (length(owner_name) BETWEEN 0 AND 200), 
	CONSTRAINT ck_action_because_of_length CHECK (length(because_of) BETWEEN 0 AND 120), 
	CONSTRAINT ck_action_topic_length CHECK (length(topic) BETWEEN 0 AND 120), 
	CONSTRAINT ck_action_outcome_note_length CHECK (length(outcome_note) BETWEEN 0 AND 2000), 
	CONSTRAINT ck_action_outcome_has_a_date CHECK (outcome = 'open' OR outcome_on IS NOT NULL), 
	CONSTRAINT fk_action_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_action_consultation_id FOREIGN KEY(consultation_id) REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_action_outcome_consultation_id FOREIGN KEY(outcome_consultation_id) REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE audit_event (
	sequence INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	staff_id TEXT NOT NULL, 
	what TEXT NOT NULL, 
	person_id TEXT, 
	subject_id TEXT, 
	device TEXT NOT NULL, 
	previous_hash TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (sequence), 
	CONSTRAINT ck_audit_event_what_length CHECK (length(what) BETWEEN 1 AND 60), 
	CONSTRAINT ck_audit_event_hash_length CHECK (length(hash) BETWEEN 64 AND 64), 
	CONSTRAINT ck_audit_event_previous_hash_length CHECK (length(previous_hash) BETWEEN 36 AND 64), 
	CONSTRAINT ck_audit_event_numbers_from_one CHECK (sequence >= 1), 
	CONSTRAINT uq_audit_event_id UNIQUE (id), 
	CONSTRAINT fk_audit_event_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_audit_event_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE carer (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	body TEXT NOT NULL, 
	body_version INTEGER NOT NULL, 
	changed_at TEXT NOT NULL, 
	changed_by TEXT NOT NULL, 
	ended_on TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_carer_body_length CHECK (length(body) BETWEEN 2 AND 2000000), 
	CONSTRAINT ck_carer_body_version_known CHECK (body_version >= 1), 
	CONSTRAINT fk_carer_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_carer_changed_by FOREIGN KEY(changed_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE condition_entry (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	consultation_id TEXT, 
	import_batch_id TEXT, 
	body TEXT NOT NULL, 
	body_version INTEGER NOT NULL, 
	how TEXT NOT NULL, 
	source TEXT NOT NULL, 
	started_on TEXT, 
	ended_on TEXT, 
	confirmed_on TEXT, 
	searched_back_to TEXT, 
	noted_at TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_condition_entry_how_is_known CHECK (how IN ('measured', 'self-reported', 'from a record')), 
	CONSTRAINT ck_condition_entry_source_length CHECK (length(source) BETWEEN 0 AND 400), 
	CONSTRAINT ck_condition_entry_body_length CHECK (length(body) BETWEEN 2 AND 2000000), 
	CONSTRAINT ck_condition_entry_body_version_known CHECK (body_version >= 1), 
	CONSTRAINT fk_condition_entry_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_condition_entry_consultation_id FOREIGN KEY(consultation_id) REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_condition_entry_import_batch_id FOREIGN KEY(import_batch_id) REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE consultation (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	state TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	started_at TEXT NOT NULL, 
	started_by TEXT NOT NULL, 
	finished_at TEXT, 
	finished_by TEXT, 
	signed_at TEXT, 
	signed_by TEXT, 
	version INTEGER NOT NULL, 
	supersedes TEXT, 
	rulebook_hash TEXT NOT NULL, 
	device TEXT NOT NULL, 
	sequence INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_consultation_state_is_known CHECK (state IN ('draft', 'finished', 'signed', 'corrected', 'did_not_happen')), 
	CONSTRAINT ck_consultation_kind_length CHECK (length(kind) BETWEEN 1 AND 60), 
	CONSTRAINT ck_consultation_reason_length CHECK (length(reason) BETWEEN 0 AND 4000), 
	CONSTRAINT ck_consultation_rulebook_hash_length CHECK (length(rulebook_hash) BETWEEN 0 AND 128), 
	CONSTRAINT ck_consultation_numbers_from_one CHECK (version >= 1 AND sequence >= 1), 
	CONSTRAINT ck_consultation_correction_names_what_it_corrects CHECK ((version = 1) = (supersedes IS NULL)), 
	CONSTRAINT ck_consultation_correction_has_a_reason CHECK (version = 1 OR length(reason) > 0), 
	CONSTRAINT ck_consultation_not_held_has_a_reason CHECK (state <> 'did_not_happen' OR length(reason) > 0), 
	CONSTRAINT ck_consultation_signed_by_whom_when_with_which_rules CHECK (state NOT IN ('signed', 'corrected') OR (signed_by IS NOT NULL AND signed_at IS NOT NULL AND length(rulebook_hash) > 0)), 
	CONSTRAINT uq_consultation_device UNIQUE (device, sequence), 
	CONSTRAINT uq_consultation_supersedes UNIQUE (supersedes), 
	CONSTRAINT fk_consultation_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_consultation_started_by FOREIGN KEY(started_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_consultation_finished_by FOREIGN KEY(finished_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_consultation_signed_by FOREIGN KEY(signed_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_consultation_supersedes FOREIGN KEY(supersedes) REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE import_batch (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	content_hash TEXT NOT NULL, 
	imported_at TEXT NOT NULL, 
	imported_by TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_import_batch_source_length CHECK (length(source) BETWEEN 1 AND 400), 
	CONSTRAINT ck_import_batch_summary_length CHECK (length(summary) BETWEEN 2 AND 2000000), 
	CONSTRAINT ck_import_batch_content_hash_length CHECK (length(content_hash) BETWEEN 0 AND 128), 
	CONSTRAINT fk_import_batch_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_import_batch_imported_by FOREIGN KEY(imported_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE import_left_out (
	id TEXT NOT NULL, 
	import_batch_id TEXT NOT NULL, 
	what TEXT NOT NULL, 
	why TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_import_left_out_what_length CHECK (length(what) BETWEEN 1 AND 400), 
	CONSTRAINT ck_import_left_out_why_length CHECK (length(why) BETWEEN 1 AND 400), 
	CONSTRAINT ck_import_left_out_body_length CHECK (length(body) BETWEEN 0 AND 2000000), 
	CONSTRAINT fk_import_left_out_import_batch_id FOREIGN KEY(import_batch_id) REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE medicine_entry (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	consultation_id TEXT, 
	import_batch_id TEXT, 
	body TEXT NOT NULL, 
	body_version INTEGER NOT NULL, 
	how TEXT NOT NULL, 
	source TEXT NOT NULL, 
	started_on TEXT, 
	ended_on TEXT, 
	confirmed_on TEXT, 
	searched_back_to TEXT, 
	noted_at TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_medicine_entry_how_is_known CHECK (how IN ('measured', 'self-reported', 'from a record')), 
	CONSTRAINT ck_medicine_entry_source_length CHECK (length(source) BETWEEN 0 AND 400), 
	CONSTRAINT ck_medicine_entry_body_length CHECK (length(body) BETWEEN 2 AND 2000000), 
	CONSTRAINT ck_medicine_entry_body_version_known CHECK (body_version >= 1), 
	CONSTRAINT fk_medicine_entry_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_medicine_entry_consultation_id FOREIGN KEY(consultation_id) REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_medicine_entry_import_batch_id FOREIGN KEY(import_batch_id) REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE observation (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	consultation_id TEXT, 
	import_batch_id TEXT, 
	series TEXT NOT NULL, 
	value TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	taken_on TEXT NOT NULL, 
	how TEXT NOT NULL, 
	source TEXT NOT NULL, 
	noted_at TEXT NOT NULL, 
	device TEXT NOT NULL, 
	sequence INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_observation_how_is_known CHECK (how IN ('measured', 'self-reported', 'from a record')), 
	CONSTRAINT ck_observation_series_length CHECK (length(series) BETWEEN 1 AND 80), 
	CONSTRAINT ck_observation_value_length CHECK (length(value) BETWEEN 1 AND 200), 
	CONSTRAINT ck_observation_unit_length CHECK (length(unit) BETWEEN 0 AND 40), 
	CONSTRAINT ck_observation_source_length CHECK (length(source) BETWEEN 0 AND 400), 
	CONSTRAINT uq_observation_device UNIQUE (device, sequence), 
	CONSTRAINT fk_observation_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_observation_consultation_id FOREIGN KEY(consultation_id) REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_observation_import_batch_id FOREIGN KEY(import_batch_id) REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE person (
	id TEXT NOT NULL, 
	family_name TEXT NOT NULL, 
	given_name TEXT NOT NULL, 
	birth_date TEXT NOT NULL, 
	nhs_number TEXT NOT NULL, 
	found_by TEXT NOT NULL, 
	body TEXT NOT NULL, 
	body_version INTEGER NOT NULL, 
	added_at TEXT NOT NULL, 
	added_by TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_person_family_name_length CHECK (length(family_name) BETWEEN 1 AND 200), 
	CONSTRAINT ck_person_given_name_length CHECK (length(given_name) BETWEEN 0 AND 200), 
	CONSTRAINT ck_person_nhs_number_length CHECK (length(nhs_number) BETWEEN 0 AND 10), 
	CONSTRAINT ck_person_found_by_length CHECK (length(found_by) BETWEEN 1 AND 2000), 
	CONSTRAINT ck_person_body_length CHECK (length(body) BETWEEN 2 AND 2000000), 
	CONSTRAINT ck_person_body_version_known CHECK (body_version >= 1), 
	CONSTRAINT fk_person_added_by FOREIGN KEY(added_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE person_link (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	other_id TEXT NOT NULL, 
	link TEXT NOT NULL, 
	why TEXT NOT NULL, 
	decided_at TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_person_link_link_is_known CHECK (link IN ('possible_duplicate', 'not_the_same', 'merged_into')), 
	CONSTRAINT ck_person_link_why_length CHECK (length(why) BETWEEN 0 AND 2000), 
	CONSTRAINT ck_person_link_two_people CHECK (person_id <> other_id), 
	CONSTRAINT fk_person_link_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_person_link_other_id FOREIGN KEY(other_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_person_link_decided_by FOREIGN KEY(decided_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE prompt_decision (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	consultation_id TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	rule_version INTEGER NOT NULL, 
	topic TEXT NOT NULL, 
	level TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	offer_again_on TEXT, 
	decided_at TEXT NOT NULL, 
	decided_by TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_prompt_decision_rule_length CHECK (length(rule) BETWEEN 1 AND 120), 
	CONSTRAINT ck_prompt_decision_topic_length CHECK (length(topic) BETWEEN 1 AND 120), 
	CONSTRAINT ck_prompt_decision_level_length CHECK (length(level) BETWEEN 1 AND 20), 
	CONSTRAINT ck_prompt_decision_decision_length CHECK (length(decision) BETWEEN 1 AND 40), 
	CONSTRAINT ck_prompt_decision_reason_length CHECK (length(reason) BETWEEN 0 AND 2000), 
	CONSTRAINT ck_prompt_decision_rule_version_known CHECK (rule_version >= 1), 
	CONSTRAINT fk_prompt_decision_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_prompt_decision_consultation_id FOREIGN KEY(consultation_id) REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_prompt_decision_decided_by FOREIGN KEY(decided_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE sealed_prompt (
	id TEXT NOT NULL, 
	consultation_id TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	rule TEXT NOT NULL, 
	rule_version INTEGER NOT NULL, 
	step TEXT NOT NULL, 
	topic TEXT NOT NULL, 
	level TEXT NOT NULL, 
	said TEXT NOT NULL, 
	said_to_hca TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_sealed_prompt_rule_length CHECK (length(rule) BETWEEN 1 AND 120), 
	CONSTRAINT ck_sealed_prompt_step_length CHECK (length(step) BETWEEN 0 AND 120), 
	CONSTRAINT ck_sealed_prompt_topic_length CHECK (length(topic) BETWEEN 1 AND 120), 
	CONSTRAINT ck_sealed_prompt_level_length CHECK (length(level) BETWEEN 1 AND 20), 
	CONSTRAINT ck_sealed_prompt_said_length CHECK (length(said) BETWEEN 1 AND 4000), 
	CONSTRAINT ck_sealed_prompt_said_to_hca_length CHECK (length(said_to_hca) BETWEEN 1 AND 4000), 
	CONSTRAINT ck_sealed_prompt_body_length CHECK (length(body) BETWEEN 2 AND 2000000), 
	CONSTRAINT ck_sealed_prompt_rule_version_known CHECK (rule_version >= 1), 
	CONSTRAINT uq_sealed_prompt_consultation_id UNIQUE (consultation_id, place), 
	CONSTRAINT fk_sealed_prompt_consultation_id FOREIGN KEY(consultation_id) REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE search_note (
	id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	import_batch_id TEXT, 
	series TEXT NOT NULL, 
	source TEXT NOT NULL, 
	searched_back_to TEXT NOT NULL, 
	noted_at TEXT NOT NULL, 
	noted_by TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_search_note_series_length CHECK (length(series) BETWEEN 1 AND 80), 
	CONSTRAINT ck_search_note_source_length CHECK (length(source) BETWEEN 1 AND 400), 
	CONSTRAINT fk_search_note_person_id FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_search_note_import_batch_id FOREIGN KEY(import_batch_id) REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_search_note_noted_by FOREIGN KEY(noted_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE section_document (
	consultation_id TEXT NOT NULL, 
	section TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	updated_at TEXT NOT NULL, 
	updated_by TEXT NOT NULL, 
	PRIMARY KEY (consultation_id, section), 
	CONSTRAINT ck_section_document_section_length CHECK (length(section) BETWEEN 1 AND 60), 
	CONSTRAINT ck_section_document_body_length CHECK (length(body) BETWEEN 2 AND 2000000), 
	CONSTRAINT ck_section_document_version_known CHECK (version >= 1), 
	CONSTRAINT fk_section_document_consultation_id FOREIGN KEY(consultation_id) REFERENCES consultation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_section_document_updated_by FOREIGN KEY(updated_by) REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT;
CREATE TABLE staff (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	registration TEXT NOT NULL, 
	pin_verifier TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	ended_at TEXT, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_staff_role_is_known CHECK (role IN ('hca', 'nurse', 'prescriber', 'team_lead')), 
	CONSTRAINT ck_staff_name_length CHECK (length(name) BETWEEN 1 AND 120), 
	CONSTRAINT ck_staff_registration_length CHECK (length(registration) BETWEEN 0 AND 60), 
	CONSTRAINT ck_staff_pin_verifier_length CHECK (length(pin_verifier) BETWEEN 10 AND 1000)
)
 STRICT;
CREATE TABLE store_info (
	only INTEGER NOT NULL, 
	store_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	device TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	PRIMARY KEY (only), 
	CONSTRAINT ck_store_info_one_row CHECK (only = 1), 
	CONSTRAINT ck_store_info_kind_is_known CHECK (kind IN ('practice', 'live')), 
	CONSTRAINT ck_store_info_store_id_length CHECK (length(store_id) BETWEEN 36 AND 36), 
	CONSTRAINT ck_store_info_device_length CHECK (length(device) BETWEEN 36 AND 36)
)
 STRICT;
CREATE INDEX ix_action_consultation_id ON action (consultation_id);
CREATE INDEX ix_action_outcome ON action (outcome);
CREATE INDEX ix_action_outcome_consultation_id ON action (outcome_consultation_id);
CREATE INDEX ix_action_person_id ON action (person_id);
CREATE INDEX ix_audit_event_person_id ON audit_event (person_id);
CREATE INDEX ix_audit_event_staff_id ON audit_event (staff_id);
CREATE INDEX ix_carer_changed_by ON carer (changed_by);
CREATE INDEX ix_carer_person_id ON carer (person_id);
CREATE INDEX ix_condition_entry_consultation_id ON condition_entry (consultation_id);
CREATE INDEX ix_condition_entry_import_batch_id ON condition_entry (import_batch_id);
CREATE INDEX ix_condition_entry_person_id ON condition_entry (person_id);
CREATE INDEX ix_consultation_finished_by ON consultation (finished_by);
CREATE INDEX ix_consultation_person_id ON consultation (person_id);
CREATE INDEX ix_consultation_signed_by ON consultation (signed_by);
CREATE INDEX ix_consultation_started_by ON consultation (started_by);
CREATE INDEX ix_consultation_state ON consultation (state);
CREATE INDEX ix_consultation_supersedes ON consultation (supersedes);
CREATE INDEX ix_import_batch_imported_by ON import_batch (imported_by);
CREATE INDEX ix_import_batch_person_id ON import_batch (person_id);
CREATE INDEX ix_import_left_out_import_batch_id ON import_left_out (import_batch_id);
CREATE INDEX ix_medicine_entry_consultation_id ON medicine_entry (consultation_id);
CREATE INDEX ix_medicine_entry_import_batch_id ON medicine_entry (import_batch_id);
CREATE INDEX ix_medicine_entry_person_id ON medicine_entry (person_id);
CREATE INDEX ix_observation_consultation_id ON observation (consultation_id);
CREATE INDEX ix_observation_import_batch_id ON observation (import_batch_id);
CREATE INDEX ix_observation_of_one_series ON observation (person_id, series, taken_on, sequence);
CREATE INDEX ix_observation_person_id ON observation (person_id);
CREATE INDEX ix_person_added_by ON person (added_by);
CREATE INDEX ix_person_birth_date ON person (birth_date);
CREATE INDEX ix_person_link_decided_by ON person_link (decided_by);
CREATE INDEX ix_person_link_other_id ON person_link (other_id);
CREATE INDEX ix_person_link_person_id ON person_link (person_id);
CREATE INDEX ix_person_nhs_number ON person (nhs_number);
CREATE INDEX ix_prompt_decision_consultation_id ON prompt_decision (consultation_id);
CREATE INDEX ix_prompt_decision_decided_by ON prompt_decision (decided_by);
CREATE INDEX ix_prompt_decision_person_id ON prompt_decision (person_id);
CREATE INDEX ix_sealed_prompt_consultation_id ON sealed_prompt (consultation_id);
CREATE INDEX ix_search_note_import_batch_id ON search_note (import_batch_id);
CREATE INDEX ix_search_note_noted_by ON search_note (noted_by);
CREATE INDEX ix_search_note_person_id ON search_note (person_id);
CREATE INDEX ix_section_document_updated_by ON section_document (updated_by);
CREATE TRIGGER seal_01 BEFORE UPDATE ON audit_event FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'The audit is only ever added to.'); END;
CREATE TRIGGER seal_02 BEFORE DELETE ON audit_event FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'The audit is only ever added to.'); END;
CREATE TRIGGER seal_03 BEFORE UPDATE ON sealed_prompt FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'A sealed prompt stays as it was worded.'); END;
CREATE TRIGGER seal_04 BEFORE DELETE ON sealed_prompt FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'A sealed prompt stays as it was worded.'); END;
CREATE TRIGGER seal_05 BEFORE UPDATE ON prompt_decision FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'A decision stays as it was made; a changed mind is a new one.'); END;
CREATE TRIGGER seal_06 BEFORE DELETE ON prompt_decision FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'A decision stays as it was made; a changed mind is a new one.'); END;
CREATE TRIGGER seal_07 BEFORE UPDATE ON import_left_out FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'What an import left out stays as it was noted.'); END;
CREATE TRIGGER seal_08 BEFORE DELETE ON import_left_out FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'What an import left out stays as it was noted.'); END;
CREATE TRIGGER seal_09 BEFORE UPDATE ON store_info FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'What kind of store this is was settled when it was made.'); END;
CREATE TRIGGER seal_10 BEFORE DELETE ON store_info FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'What kind of store this is was settled when it was made.'); END;
CREATE TRIGGER seal_11 BEFORE INSERT ON section_document FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_12 BEFORE UPDATE ON section_document FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) OR EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_13 BEFORE DELETE ON section_document FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_14 BEFORE INSERT ON observation FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_15 BEFORE UPDATE ON observation FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) OR EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_16 BEFORE DELETE ON observation FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_17 BEFORE INSERT ON medicine_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_18 BEFORE UPDATE ON medicine_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) OR EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_19 BEFORE DELETE ON medicine_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_20 BEFORE INSERT ON condition_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_21 BEFORE UPDATE ON condition_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) OR EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_22 BEFORE DELETE ON condition_entry FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_23 BEFORE INSERT ON prompt_decision FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_24 BEFORE INSERT ON sealed_prompt FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_25 BEFORE INSERT ON action FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = NEW.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_26 BEFORE DELETE ON action FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_27 BEFORE UPDATE OF person_id, consultation_id, what, owner, owner_name, by_when, because_of, topic, promised_on ON action FOR EACH ROW WHEN EXISTS (SELECT 1 FROM consultation WHERE id = OLD.consultation_id AND state IN ('signed', 'corrected')) BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_28 BEFORE DELETE ON consultation FOR EACH ROW WHEN OLD.state IN ('signed', 'corrected') BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_29 BEFORE UPDATE OF id, person_id, kind, reason, started_at, started_by, finished_at, finished_by, signed_at, signed_by, version, supersedes, rulebook_hash, device, sequence ON consultation FOR EACH ROW WHEN OLD.state IN ('signed', 'corrected') BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_30 BEFORE UPDATE OF state ON consultation FOR EACH ROW WHEN (OLD.state = 'signed' AND NEW.state NOT IN ('signed', 'corrected')) OR (OLD.state = 'corrected' AND NEW.state <> 'corrected') BEGIN SELECT RAISE(ABORT, 'A signed visit is never changed: add a correction.'); END;
CREATE TRIGGER seal_31 BEFORE DELETE ON staff FOR EACH ROW WHEN 1 BEGIN SELECT RAISE(ABORT, 'A member of staff is never deleted: end the account.'); END;
